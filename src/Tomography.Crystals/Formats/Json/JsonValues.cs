using System.Collections.Immutable;
using System.Text.Json;

namespace Tomography.Crystals;

/// <summary>What a JSON document states beside its crystal.</summary>
internal static class JsonValues
{
    private const int Deepest = 3;

    // Objects that only hold the values of their document together.
    private static readonly string[] s_transparent = ["data", "attributes", "properties"];

    /// <summary>
    /// The numbers, texts and truth values of a document by name, those of objects in it as <c>outer.inner</c>; lists are none of a
    /// material's properties.
    /// </summary>
    public static ImmutableArray<KeyValuePair<string, string>> Of(JsonFields document, LocatedCrystal? crystal, int most)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(values, document, "", crystal, 0, most);
        return [.. values];
    }

    private static void Add(
        Dictionary<string, string> values,
        JsonFields fields,
        string prefix,
        LocatedCrystal? crystal,
        int depth,
        int most)
    {
        var isCrystal = ReferenceEquals(fields, crystal?.Fields);
        foreach (var (name, value) in fields.All)
        {
            if (name.StartsWith('@') || isCrystal && crystal!.Shape.Fields.Contains(name) || values.Count >= most) continue;
            if (value.ValueKind != JsonValueKind.Object)
            {
                if (Spelled(value) is { } spelled) values.TryAdd(prefix + name, spelled);
                continue;
            }

            var child = fields.Children[name];
            var isOfCrystal = ReferenceEquals(child, crystal?.Fields);
            if (depth == Deepest || !isOfCrystal && LocatedCrystal.IsCrystal(child)) continue;
            var isTransparent = isOfCrystal || s_transparent.Contains(name);
            Add(values, child, isTransparent ? prefix : $"{prefix}{name}.", crystal, depth + 1, most);
        }
    }

    private static string? Spelled(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => FoundValue.Spelled(value.GetRawText()),
        JsonValueKind.String => FoundValue.Spelled(value.TextOrNull() ?? ""),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };
}
