using System.Text.Json.Nodes;

namespace Tomography.Workflows;

/// <summary>Pieces of a JSON Schema.</summary>
internal static class SchemaNodes
{
    /// <summary>A mapping of known keys.</summary>
    public static JsonObject Mapping(string meaning, IEnumerable<KeyValuePair<string, JsonObject>> keys)
    {
        var properties = new JsonObject();
        foreach (var (name, schema) in keys) properties[name] = schema;
        return new() { ["description"] = meaning, ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
    }

    /// <summary>A list without repetitions.</summary>
    public static JsonObject List(JsonObject items, string meaning, int fewest, JsonArray? otherwise = null)
    {
        var list = new JsonObject
        {
            ["description"] = meaning,
            ["type"] = "array",
            ["items"] = items,
            ["minItems"] = fewest,
            ["uniqueItems"] = true,
        };
        if (otherwise is not null) list["default"] = otherwise;
        return list;
    }

    /// <summary>A whole number.</summary>
    public static JsonObject Whole(string meaning, int from, int? to, int? otherwise = null)
    {
        var whole = new JsonObject();
        if (meaning.Length > 0) whole["description"] = meaning;
        whole["type"] = "integer";
        whole["minimum"] = from;
        if (to is { } highest) whole["maximum"] = highest;
        if (otherwise is { } value) whole["default"] = value;
        return whole;
    }

    /// <summary>A number.</summary>
    public static JsonObject Number(string meaning, double from, double to, double otherwise) => new()
    {
        ["description"] = meaning, ["type"] = "number", ["minimum"] = from, ["maximum"] = to, ["default"] = otherwise,
    };

    /// <summary>A number of any size.</summary>
    public static JsonObject AnyNumber(string meaning) => meaning.Length == 0
        ? new() { ["type"] = "number" }
        : new() { ["description"] = meaning, ["type"] = "number" };

    /// <summary>One of several words.</summary>
    public static JsonObject Choice(string meaning, IEnumerable<string> choices, string? otherwise = null)
    {
        var choice = new JsonObject { ["description"] = meaning, ["enum"] = new JsonArray([.. choices.Select(c => (JsonNode)c)]) };
        if (otherwise is not null) choice["default"] = otherwise;
        return choice;
    }

    /// <summary>Any text, or text of a form.</summary>
    public static JsonObject Text(string meaning, string? pattern)
    {
        var text = new JsonObject { ["description"] = meaning, ["type"] = "string" };
        if (pattern is not null) text["pattern"] = pattern;
        return text;
    }

    /// <summary>One of something, or a list of them.</summary>
    public static JsonObject OneOrMore(JsonObject item, string meaning) => new()
    {
        ["description"] = meaning,
        ["oneOf"] = new JsonArray(item, new JsonObject { ["type"] = "array", ["items"] = item.DeepClone() }),
    };
}
