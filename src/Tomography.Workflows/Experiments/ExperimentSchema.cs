using System.Text.Json;
using System.Text.Json.Nodes;
using Tomography.Analysis;
using Tomography.Crystals;

namespace Tomography.Workflows;

/// <summary>The JSON Schema of experiment files, made from what the reader checks, so that editors complete and check as one types.</summary>
public static class ExperimentSchema
{
    /// <summary>The schema as text (draft 7, which editors know best); lines end in LF.</summary>
    public static string Write()
    {
        var sections = SettingKeys.All.GroupBy(k => k.Section, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        var properties = new JsonObject
        {
            ["experiment"] = Text("Name of the experiment and of its output folder.", "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"),
            ["dataset"] = Dataset(),
            ["representations"] = List(Choice("What models see: the crystal graph, or the formula without geometry.", ["structure", "composition"]), "What models see; both where it is left out.", 1),
            ["targets"] = List(PropertyNames(PropertyKind.Number), "Properties to predict, with numbers for values.", 1),
            ["features"] = List(PropertyNames(null), "Extra properties, each given to a model of its own; all of the 13 of [T] that the dataset has where it is left out.", 0),
            ["controls"] = List(Choice("noise: normally distributed numbers; shuffled: the values of the first numeric feature, dealt out at random.", ["noise", "shuffled"]), "Features without information that run along, to tell what chance does.", 0),
            ["seeds"] = List(Whole("", 0, int.MaxValue), "Seeds of split, initial weights and batch order.", 1),
            ["retries"] = Whole("How often a failed job is tried again.", 0, 100, ExperimentReader.DefaultRetries),
        };
        foreach (var (section, keys) in sections) properties[section] = Mapping(Headings[section], keys.Select(k => KeyValuePair.Create(k.Name, Of(k))));
        properties["matrix"] = Matrix();
        properties["further"] = List(Further(), "Models beyond the grid, as -t:Steer writes them: more seeds for single couplings, with the baselines they are compared with.", 0);
        properties["analysis"] = AnalysisSection();
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Tomography Workflows experiment",
            ["description"] = "docs/experiments.md explains every key.",
            ["type"] = "object",
            ["required"] = new JsonArray("experiment", "dataset", "targets"),
            ["additionalProperties"] = false,
            ["properties"] = properties,
        };
        return schema.ToJsonString(new JsonSerializerOptions(JsonSerializerOptions.Default) { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }

    private static Dictionary<string, string> Headings { get; } = new(StringComparer.Ordinal)
    {
        ["split"] = "How the dataset is parted.",
        ["graph"] = "How crystals become graphs.",
        ["model"] = "Sizes of the model.",
        ["training"] = "The training recipe.",
    };

    private static JsonObject Dataset()
    {
        var dataset = Mapping("Where the crystals come from: exactly one of phantom, csv and folder.",
        [
            new("phantom", Mapping("Synthetic crystals whose properties follow stated formulas.", [new("materials", Whole("How many.", 10, 100_000, 400)), new("seed", Whole("Same seed, same crystals.", 0, null, 7))])),
            new("csv", Text("A CSV file, plain or .gz, with a column cif and one column per property; relative to this file.", null)),
            new("folder", Text("A CGCNN folder: ID.cif files and one id_PROPERTY.csv per property; relative to this file.", null)),
            new("limit", Whole("Use a random subset of so many materials.", 1, int.MaxValue)),
        ]);
        dataset["oneOf"] = new JsonArray(Required("phantom"), Required("csv"), Required("folder"));
        return dataset;

        static JsonNode Required(string key) => new JsonObject { ["required"] = new JsonArray(key) };
    }

    private static JsonObject Further()
    {
        var further = Mapping("More seeds for one coupling.",
        [
            new("representation", Choice("What the models see.", ["structure", "composition"])),
            new("target", PropertyNames(PropertyKind.Number)),
            new("feature", PropertyNames(null)),
            new("seeds", List(Whole("", 0, int.MaxValue), "Their seeds.", 1)),
            new("reason", Text("Why they are wanted.", null)),
        ]);
        further["required"] = new JsonArray("representation", "target", "seeds");
        return further;
    }

    private static JsonObject AnalysisSection()
    {
        var analysis = Mapping("How the results are analysed; docs/lattice.md explains it. Nothing of it changes a result.", AnalysisKeys.All.Select(k => KeyValuePair.Create(k.Name, Of(k))));
        analysis["properties"]!["regimes"] = Mapping("Where the rules of the regimes begin and end to count: [from, to].", new RegimeThresholds().All.Select(r => KeyValuePair.Create(r.Name, new JsonObject
        {
            ["type"] = "array",
            ["items"] = new JsonObject { ["type"] = "number" },
            ["minItems"] = 2,
            ["maxItems"] = 2,
            ["default"] = new JsonArray(r.Ramp.From, r.Ramp.To),
        })));
        return analysis;
    }

    private static JsonObject Matrix()
    {
        var matrix = Mapping("Settings to sweep, by path, each with its values; every combination is a variant.", SettingKeys.All.Select(k => KeyValuePair.Create(k.Path, List(Of(k), k.Meaning, 1))));
        var lists = Mapping("Lists of equal length, walked in step.", SettingKeys.All.Select(k => KeyValuePair.Create(k.Path, List(Of(k), k.Meaning, 1))));
        matrix["properties"]!["zip"] = OneOrMore(lists, "Settings whose lists are walked in step.");
        matrix["properties"]!["exclude"] = OneOrMore(Settings(), "Combinations to leave out.");
        matrix["properties"]!["include"] = OneOrMore(Settings(), "Variants to add.");
        return matrix;

        static JsonObject Settings() => Mapping("Settings with one value each.", SettingKeys.All.Select(k => KeyValuePair.Create(k.Path, Of(k))));
    }

    private static JsonObject OneOrMore(JsonObject item, string meaning) => new()
    {
        ["description"] = meaning,
        ["oneOf"] = new JsonArray(item, new JsonObject { ["type"] = "array", ["items"] = item.DeepClone() }),
    };

    private static JsonObject Of(SettingKey key) => key switch
    {
        SettingKey.Number n => new()
        {
            ["description"] = n.Meaning,
            ["type"] = "number",
            [n.AboveFrom ? "exclusiveMinimum" : "minimum"] = n.From,
            ["maximum"] = n.To,
            ["default"] = n.Default,
        },
        SettingKey.Whole w => Whole(w.Meaning, w.From, w.To, w.Default),
        SettingKey.WholeList l => List(Whole("", l.From, l.To), l.Meaning, 0, [.. l.Default.Select(d => (JsonNode)d)]),
        SettingKey.Choice c => Choice(c.Meaning, [.. c.Choices], c.Default),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "Not a kind of setting."),
    };

    private static JsonObject Mapping(string meaning, IEnumerable<KeyValuePair<string, JsonObject>> keys)
    {
        var properties = new JsonObject();
        foreach (var (name, schema) in keys) properties[name] = schema;
        return new() { ["description"] = meaning, ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
    }

    private static JsonObject List(JsonObject items, string meaning, int fewest, JsonArray? otherwise = null)
    {
        var list = new JsonObject { ["description"] = meaning, ["type"] = "array", ["items"] = items, ["minItems"] = fewest, ["uniqueItems"] = true };
        if (otherwise is not null) list["default"] = otherwise;
        return list;
    }

    private static JsonObject Whole(string meaning, int from, int? to, int? otherwise = null)
    {
        var whole = new JsonObject();
        if (meaning.Length > 0) whole["description"] = meaning;
        whole["type"] = "integer";
        whole["minimum"] = from;
        if (to is { } highest) whole["maximum"] = highest;
        if (otherwise is { } value) whole["default"] = value;
        return whole;
    }

    private static JsonObject Choice(string meaning, string[] choices, string? otherwise = null)
    {
        var choice = new JsonObject { ["description"] = meaning, ["enum"] = new JsonArray([.. choices.Select(c => (JsonNode)c)]) };
        if (otherwise is not null) choice["default"] = otherwise;
        return choice;
    }

    private static JsonObject Text(string meaning, string? pattern)
    {
        var text = new JsonObject { ["description"] = meaning, ["type"] = "string" };
        if (pattern is not null) text["pattern"] = pattern;
        return text;
    }

    /// <summary>The known properties, for completion; a dataset may have others.</summary>
    private static JsonObject PropertyNames(PropertyKind? kind)
    {
        var known = PropertyRegistry.All.Where(p => kind is null || p.Kind == kind).Select(p => (JsonNode)p.Name.Value).ToArray();
        return new() { ["type"] = "string", ["anyOf"] = new JsonArray(new JsonObject { ["enum"] = new JsonArray(known) }, new JsonObject { ["pattern"] = "^[a-z0-9]+(-[a-z0-9]+)*$" }) };
    }
}
