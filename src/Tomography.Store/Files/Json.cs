using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Store;

/// <summary>How records are written to JSON: camel case names, lower case enum words, property names as text.</summary>
public static class Json
{
    /// <summary>For files that people look at.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    /// <summary>For messages, one to a line.</summary>
    public static JsonSerializerOptions Line { get; } = Create(indented: false);

    private static JsonSerializerOptions Create(bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.General)
        {
            TypeInfoResolver = DeclarationOrder.Resolver(),
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            WriteIndented = indented,
            NewLine = "\n",
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = false,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        options.Converters.Add(new PropertyNameConverter());
        options.Converters.Add(new JobKeyConverter());
        options.MakeReadOnly();
        return options;
    }

    private sealed class PropertyNameConverter : JsonConverter<PropertyName>
    {
        public override PropertyName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString();
            return PropertyName.IsValid(text) ? new(text!) : throw new JsonException($"'{text}' is not a property name.");
        }

        public override void Write(Utf8JsonWriter writer, PropertyName value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }

    private sealed class JobKeyConverter : JsonConverter<JobKey>
    {
        public override JobKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, JobKey value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}
