using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tomography.Crystals;

/// <summary>Writes a representation as its name.</summary>
internal sealed class RepresentationJsonConverter : JsonConverter<Representation>
{
    public override Representation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return HyphenatedName.IsValid(text) ? new(text!) : throw new JsonException($"'{text}' does not name a representation.");
    }

    public override void Write(Utf8JsonWriter writer, Representation value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Name);
}
