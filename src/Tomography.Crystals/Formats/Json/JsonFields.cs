using System.Text.Json;

namespace Tomography.Crystals;

/// <summary>The fields of a JSON object, or the cells of a row by their columns.</summary>
internal sealed class JsonFields
{
    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.Ordinal);
    private Dictionary<string, JsonFields>? _children;

    /// <summary>All of them, in their order.</summary>
    public IReadOnlyDictionary<string, JsonElement> All => _fields;

    /// <summary>Those that are objects.</summary>
    public IReadOnlyDictionary<string, JsonFields> Children => _children ??= _fields
        .Where(f => f.Value.ValueKind == JsonValueKind.Object)
        .ToDictionary(f => f.Key, f => Of(f.Value)!, StringComparer.Ordinal);

    /// <summary>The fields of an object, or null for anything else.</summary>
    public static JsonFields? Of(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object) return null;
        var fields = new JsonFields();
        foreach (var property in element.EnumerateObject())
            if (property.NameOrNull() is { } name)
                fields.Set(name, property.Value);
        return fields;
    }

    /// <summary>Of two fields of one name the last holds, as everywhere in JSON.</summary>
    public void Set(string name, JsonElement value) => _fields[name] = value;

    /// <summary>A field; null where it is missing or null.</summary>
    public JsonElement? Find(string name) =>
        _fields.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>The text of a field; null where it is missing or none.</summary>
    public string? Text(string name) => Find(name)?.TextOrNull();

    /// <summary>The elements of a field; null where it is missing or no array.</summary>
    public JsonElement[]? Array(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : null;

    /// <summary>The number of a field; null where it is missing or not finite.</summary>
    public double? Number(string name) => Find(name) is { } value ? JsonNumbers.Number(value) : null;
}
