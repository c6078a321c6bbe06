using System.Text.Json;
using System.Text.Json.Nodes;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Phantom;
using static Tomography.Workflows.SchemaNodes;

namespace Tomography.Workflows;

/// <summary>
/// The JSON Schema of experiment files, made from what the reader checks, so that editors complete and check as one types.
/// </summary>
internal static class ExperimentSchema
{
    /// <summary>The schema as text (draft 7, which editors know best); lines end in LF.</summary>
    /// <param name="repertoire">What settings there are; those of this program where none is given.</param>
    public static string Write(Repertoire? repertoire = null)
    {
        repertoire ??= Repertoire.Default;
        var properties = new JsonObject
        {
            ["experiment"] = Text("Name of the experiment and of its output folder.", "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"),
            ["dataset"] = Dataset(isStudied: true),
            ["properties"] = Declarations(),
            ["representations"] = List(Representations(repertoire), "What models see; structure and composition where it is left out.", 1),
            ["targets"] = List(PropertyNames(PropertyKind.Number), "Properties to predict, with numbers for values.", 1),
            ["features"] = List(
                PropertyOrSet(),
                "Extra properties, each given to a model of its own; those of an inner list are given together. "
                    + "Each of the 13 of [T] that the dataset has where it is left out.",
                0),
            ["controls"] = List(
                Choice(
                    $"{string.Join("; ", ControlKind.All.Select(c => $"{c.Name}: {c.Meaning}"))}.",
                    ControlKind.All.Select(c => c.Name)),
                "Features that run along to tell what chance does, and what a model does that is given the answer.",
                0),
            ["together"] = Together(),
            ["groups"] = Groups(),
            ["sufficient"] = OneOrMore(Sufficient(), "Targets for which the smallest sufficient sets of properties are searched for."),
            ["retrieval"] = Mapping("How far measured properties single out a material; an empty mapping asks for it with the defaults.",
            [
                new("properties", List(
                    PropertyNames(PropertyKind.Number), "What is measured, targets; all of them where it is left out.", 2)),
                new("noise", Number(
                    "Noise of measured candidates, the ceiling, in standard deviations of a property.", 0.0001, 1,
                    new RetrievalSettings().Noise)),
            ]),
            ["seeds"] = List(Whole("", 0, int.MaxValue), "Seeds of split, initial weights and batch order.", 1),
            ["retries"] = Whole("How often a failed job is tried again.", 0, 100, ExperimentReader.DefaultRetries),
        };
        properties["published"] = Published(repertoire);
        AddSections(properties, repertoire.Study);
        properties["matrix"] = Matrix(repertoire.Study);
        properties["predict"] = Mapping("What -t:Predict is to predict.", [new("dataset", Dataset(isStudied: false))]);
        properties["candidates"] = Candidates(repertoire);
        properties["simulate"] = Simulate(repertoire);
        properties["further"] = List(
            Further(repertoire),
            "Models beyond the grid, as -t:Steer writes them: more seeds for single couplings, with the baselines they are compared with.",
            0);
        AddSections(properties, repertoire.Analysis);
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Tomography Workflows experiment",
            ["description"] = "docs/experiments.md explains every key.",
            ["type"] = "object",
            ["required"] = new JsonArray("experiment", "dataset", "targets"),
            ["additionalProperties"] = false,
            ["properties"] = properties,
            ["patternProperties"] = new JsonObject
            {
                ["^x-"] = new JsonObject { ["description"] = "Whatever other keys refer to by an alias; nothing else reads it." },
            },
        };
        return schema.ToJsonString(
                new JsonSerializerOptions(JsonSerializerOptions.Default)
                {
                    WriteIndented = true,
                    NewLine = "\n",
                    Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            ) + "\n";
    }

    private static JsonObject Groups() => Mapping(
        "Under which budget it is asked which targets should be learned together; 'together' must hold every pair of them.",
        [
            new("budget", Whole("How many models may be trained per seed.", 1, Analysis.GroupSettings.MostTargets)),
            new("chosen", List(
                List(Text("A target.", null), "Targets that are learnt together.", 2),
                "Groups that are trained to check them, as -t:Steer writes them.", 0)),
        ]);

    private static void AddSections<TSettings>(JsonObject properties, SettingTable<TSettings> table)
    {
        foreach (var section in table.Sections)
        {
            var keys = table.Of(section).Select(s => KeyValuePair.Create(s.Name, s.Schema(table.Defaults)));
            // A section may stand in another, as training.joint does.
            var path = section.Name.Split('.');
            var outer = path[..^1].Aggregate(properties, (within, name) => (JsonObject)within[name]!["properties"]!);
            outer[path[^1]] = Mapping(section.Meaning, keys);
        }
    }

    private static JsonObject Dataset(bool isStudied)
    {
        var dataset = Mapping(
            "Where the crystals come from: exactly one of phantom, file, csv and folder.",
            [
                new(
                    "phantom",
                    Mapping(
                        "Synthetic crystals whose properties follow stated formulas.",
                        [
                            new("materials", Whole("How many.", 10, 100_000, 400)),
                            new("seed", Whole("Same seed, same crystals.", 0, null, 7)),
                            new("formulas", Whole(
                                "How many formulas the materials share in turn, so that each has many polymorphs; without it most "
                                    + "formulas come once.", 1, 10_000)),
                            new("formula-types", List(
                                Choice("A formula type.", PhantomReader.FormulaTypes.Keys), "The formula types that are drawn from; "
                                    + "without it all.", 1)),
                            new("random-properties", Whole(
                                "How many planted properties are random numbers that nothing depends on: random-1, random-2 and so on.",
                                0, PhantomSettings.MostRandomProperties, 0)),
                            new("missing", new()
                            {
                                ["description"] = "Properties that some materials lack, by the chance of each material to lack it.",
                                ["type"] = "object",
                                ["additionalProperties"] = new JsonObject { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 0.99 },
                            }),
                        ])),
                new("file", Text(
                    "A table, a file of crystals in any format that is read, or a folder of them, plain or .gz; "
                        + "relative to this file.", null)),
                new("csv", Text(
                    "A table, plain or .gz, with a column of crystals and one column per property; relative to this file.", null)),
                new("folder", Text(
                    "A folder of crystals with tables of their properties, like those of CGCNN; relative to this file.", null)),
                new("limit", Whole("Use a random subset of so many materials.", 1, int.MaxValue)),
            ]);
        if (isStudied) dataset["properties"]![SelectionReader.Where] = Where();
        if (isStudied)
            dataset["properties"]![SelectionReader.Formulas] = Choice(
                "Which of these materials are studied by how often their formula comes among them: once (unique), or more often "
                    + "(repeated).", SelectionReader.FormulaRules.Keys, "all");
        if (isStudied)
            dataset["properties"]!["outliers"] = Choice(
                "What becomes of values far from all others, and of numbers like -999 that stand for none.", ["tell", "clip", "leave-out"],
                "tell");
        dataset["properties"]!["contradictions"] = Choice(
            "What becomes of crystals that contradict the formula or the space group of their own file.", ["set-aside", "tell"],
            "set-aside");
        dataset["properties"]!["disorder"] = Choice(
            "What becomes of disordered crystals: majority keeps the most frequent element of each site.", ["set-aside", "majority"],
            "set-aside");
        dataset["properties"]!["block"] = Text(
            "The data block that is meant where a CIF has several with atoms: first, or its name.", null);
        dataset["oneOf"] = new JsonArray(Required("phantom"), Required("file"), Required("csv"), Required("folder"));
        return dataset;

        static JsonNode Required(string key) => new JsonObject { ["required"] = new JsonArray(key) };
    }

    private static JsonObject Where()
    {
        var range = Mapping(
            "Bounds of a number; a value at a bound is taken.",
            [
                new("above", AnyNumber("The lowest value.")),
                new("below", AnyNumber("The highest value.")),
                new("between", List(AnyNumber(""), "The lowest and the highest value.", 2)),
            ]);
        return new()
        {
            ["description"] = "What the properties of a material must be for it to be studied, by name: bounds of a number, or classes.",
            ["type"] = "object",
            ["additionalProperties"] = new JsonObject
            {
                ["anyOf"] = new JsonArray(
                    range, List(new() { ["type"] = new JsonArray("string", "boolean", "number") }, "Classes that are taken.", 1)),
            },
        };
    }

    private static JsonObject Declarations()
    {
        var one = Mapping(
            "A property of the dataset.",
            [
                new("column", Text("The exact name of its column; that of the property where it is left out.", null)),
                new("columns", Text("The names of the columns of a vector, with * for any characters.", null)),
                new("unit", Text("The unit of its numbers.", null)),
                new(
                    "classes",
                    List(new() { ["type"] = new JsonArray("string", "boolean", "number") }, "Its classes, in one-hot order.", 2)),
                new("transform", Choice("What is done to each number: log10 takes its decimal logarithm.", ["none", "log10"], "none")),
                new("source", Text("Where its values come from, for the audit of the dataset; its name where it is left out.", null)),
                new("same-as", Text("The property that is the same quantity from another source, in the same unit.", null)),
            ]);
        return new()
        {
            ["description"] = "Properties that the program does not know: column, unit, classes, transform, source, same-as, by name.",
            ["type"] = "object",
            ["additionalProperties"] = one,
        };
    }

    private static JsonObject Representations(Repertoire repertoire) => Choice(
        $"What models see: {string.Join(", or ", repertoire.Representations.Select(b => b.Meaning))}.",
        [.. repertoire.Representations.Select(b => b.Representation.Name)]);

    private static JsonObject PropertyOrSet() => new()
    {
        ["anyOf"] = new JsonArray(PropertyNames(null), List(PropertyNames(null), "Properties that are given together, in any order.", 1)),
    };

    private static JsonObject Together() => new()
    {
        ["description"] = "Targets that models learn together: a list of lists, 'pairs' for every two targets, or 'all' for all of them.",
        ["anyOf"] = new JsonArray(
            new JsonObject { ["enum"] = new JsonArray("pairs", "all") },
            List(List(PropertyNames(null), "Targets of one model: numbers, or properties of two classes.", 2), "", 1)),
    };

    private static JsonObject Sufficient()
    {
        var sufficient = Mapping("Which smallest sets of properties suffice for a target.",
        [
            new("target", PropertyNames(PropertyKind.Number)),
            new("from", List(PropertyNames(null), "The properties that sets are made of; those of features where it is left out.", 1)),
            new("within", Number(
                "A set suffices where all properties together take less than this share off its error.", 0.01, 0.9,
                SufficientSettings.DefaultWithin)),
            new("at-most", Whole("The most properties of a set.", 1, 20, SufficientSettings.DefaultAtMost)),
            new("search-seeds", Whole(
                "How many of the first seeds search; the others judge, at least 3.", 1, 100, SufficientSettings.DefaultSearchSeeds)),
            new("most-sets", Whole(
                "The most sets that the search trains in each representation.", 3, 10_000, SufficientSettings.DefaultMostSets)),
            new("peers", Choice(
                "Whether the ranking of MODNet and random sets are tried as well, each with as many sets.", ["none", "all"], "none")),
        ]);
        sufficient["required"] = new JsonArray("target");
        return sufficient;
    }

    private static JsonObject Published(Repertoire repertoire)
    {
        var published = Mapping("What somebody else found, for the report to set beside the study.",
        [
            new("source", Text("Where it was published.", null)),
            new("features", List(PropertyNames(null), "The features that were tried; all that are named where it is left out.", 1)),
            .. repertoire.Representations.Select(b => KeyValuePair.Create(
                b.Representation.Name,
                By(List(PropertyNames(null), "Its significant features.", 0), "Per target the features that were significant in it."))),
            new("spread", By(
                List(AnyNumber(""), "Mean and standard deviation.", 2), "Per property its mean and standard deviation as published.")),
        ]);
        published["required"] = new JsonArray("source");
        return published;

        static JsonObject By(JsonObject value, string meaning) => new()
        {
            ["description"] = meaning, ["type"] = "object", ["additionalProperties"] = value,
        };
    }

    private static JsonObject Candidates(Repertoire repertoire)
    {
        var candidates = Mapping(
            "Candidates among which -t:Choose chooses what to make or measure next.",
            [
                new("dataset", Dataset(isStudied: false)),
                new("goals", Goals()),
                new("representation", Representations(repertoire)),
                new("batch", Whole("How many are chosen.", 1, 100_000, BatchSettings.UsualSize)),
                new("diversity", new()
                {
                    ["description"] = "How far from those chosen before it a candidate has to be to count in full, in units of the median "
                        + "distance of two candidates in latent space; 0 leaves distance aside.",
                    ["type"] = "number",
                    ["minimum"] = 0,
                    ["maximum"] = 100,
                    ["default"] = BatchSettings.UsualDiversity,
                }),
                new("gates", List(
                    Choice("A gate.", ["domain", "width", "edges"]),
                    "The gates that stop candidates; domain and width where it is left out. An empty list stops none.", 0)),
            ]);
        candidates["required"] = new JsonArray("dataset", "goals");
        return candidates;
    }

    private static JsonObject Simulate(Repertoire repertoire)
    {
        var simulate = Mapping(
            "A closed loop that -t:Simulate simulates: the dataset plays the laboratory.",
            [
                new("goals", Goals()),
                new("policies", List(
                    Choice(
                        $"{string.Join("; ", LoopPolicy.All.Select(p => $"{p.Name}: {p.Meaning}"))}.", LoopPolicy.All.Select(p => p.Name)),
                    "How is chosen; all where it is left out.", 1)),
                new("start", Whole("Materials that are measured at first.", 10, 100_000, LoopSettings.UsualStart)),
                new("batch", Whole("Materials that are measured in each round.", 1, 100_000, LoopSettings.UsualBatch)),
                new("rounds", Whole("Rounds.", 1, 1000, LoopSettings.UsualRounds)),
                new("repeats", Whole("How often all is repeated from other first materials.", 2, 100, LoopSettings.UsualRepeats)),
                new("models", Whole("Models that predict each goal.", 2, 100, LoopSettings.UsualModels)),
                new("features", List(
                    PropertyNames(null), "Features of the lattice of each round; those of the experiment where it is left out.", 0)),
                new("representation", Representations(repertoire)),
            ]);
        simulate["required"] = new JsonArray("goals");
        return simulate;
    }

    private static JsonObject Goals()
    {
        var goal = Mapping(
            "What is wanted of a target.",
            [
                new("property", PropertyNames(PropertyKind.Number)),
                new("minimise", True("The smaller the better.")),
                new("maximise", True("The larger the better.")),
                new("near", AnyNumber("The nearer to this value the better.")),
                new("between", List(AnyNumber(""), "The lowest and the highest value that are allowed.", 2)),
                new("above", AnyNumber("The lowest value that is allowed.")),
                new("below", AnyNumber("The highest value that is allowed.")),
                new("reference", AnyNumber("The value from which on nothing counts; with near a distance from it.")),
            ]);
        goal["required"] = new JsonArray("property");
        return List(goal, "What is wanted of targets, one goal for each.", 1);

        static JsonObject True(string meaning) => new() { ["description"] = meaning, ["enum"] = new JsonArray(true) };
    }

    private static JsonObject Further(Repertoire repertoire)
    {
        var further = Mapping("More seeds for one coupling.",
        [
            new("representation", Representations(repertoire)),
            new("target", PropertyNames(null)),
            new("feature", PropertyOrSet()),
            new("along", PropertyOrSet()),
            new("start-from", PropertyOrSet()),
            new("labels", LabelsSetting.One),
            new("seeds", List(Whole("", 0, int.MaxValue), "Their seeds.", 1)),
            new("round", Whole("The round of steering that asked for them: one more look at the results.", 1, int.MaxValue)),
            new("reason", Text("Why they are wanted.", null)),
        ]);
        further["required"] = new JsonArray("representation", "target", "seeds");
        return further;
    }

    private static JsonObject Matrix(SettingTable<StudySettings> table)
    {
        var matrix = Mapping("Settings to sweep, by path, each with its values; every combination is a variant.", Lists());
        var lists = Mapping("Lists of equal length, walked in step.", Lists());
        matrix["properties"]!["zip"] = OneOrMore(lists, "Settings whose lists are walked in step.");
        matrix["properties"]!["exclude"] = OneOrMore(Settings(), "Combinations to leave out.");
        matrix["properties"]!["include"] = OneOrMore(Settings(), "Variants to add.");
        return matrix;

        IEnumerable<KeyValuePair<string, JsonObject>> Lists() =>
            table.Swept.Select(s => KeyValuePair.Create(s.Path, List(s.Schema(table.Defaults), s.Meaning, 1)));

        JsonObject Settings() =>
            Mapping("Settings with one value each.", table.Swept.Select(s => KeyValuePair.Create(s.Path, s.Schema(table.Defaults))));
    }

    /// <summary>The known properties, for completion; a dataset may have others.</summary>
    private static JsonObject PropertyNames(PropertyKind? kind)
    {
        var known = PropertyCatalogue.Known.All.Where(p => kind is null || p.Kind == kind).Select(p => (JsonNode)p.Name.Value).ToArray();
        return new()
        {
            ["type"] = "string",
            ["anyOf"] = new JsonArray(
                new JsonObject { ["enum"] = new JsonArray(known) },
                // One of the user's own, or the exact name of a column.
                new JsonObject { ["minLength"] = 1 }
            ),
        };
    }
}
