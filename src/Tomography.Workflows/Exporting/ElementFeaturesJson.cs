using System.Globalization;
using System.Text.Json;
using Tomography.Crystals;

namespace Tomography.Workflows;

/// <summary>Features of elements as CGCNN's <c>atom_init.json</c>.</summary>
internal static class ElementFeaturesJson
{
    /// <summary>Writes them, by atomic number.</summary>
    public static void Write(Stream stream, ElementFeatureTable features)
    {
        using var writer = new Utf8JsonWriter(stream);
        writer.WriteStartObject();
        foreach (var (number, row) in features.Rows.OrderBy(r => r.Key))
        {
            writer.WriteStartArray(number.ToString(CultureInfo.InvariantCulture));
            foreach (var value in row) writer.WriteNumberValue(value);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
