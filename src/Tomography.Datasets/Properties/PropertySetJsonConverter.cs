using System.Text.Json;
using System.Text.Json.Serialization;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>Writes a set of properties as the list of their names.</summary>
internal sealed class PropertySetJsonConverter : JsonConverter<PropertySet>
{
    public override PropertySet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("A set of properties is a list of names.");
        var names = new List<PropertyName>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            names.Add(PropertyName.IsValid(text) ? new(text!) : throw new JsonException($"'{text}' is not a property name."));
        }

        return new(names);
    }

    public override void Write(Utf8JsonWriter writer, PropertySet value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var name in value) writer.WriteStringValue(name.Value);
        writer.WriteEndArray();
    }
}
