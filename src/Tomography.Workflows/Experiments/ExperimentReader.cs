using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Tomography.Crystals;
using Tomography.Datasets;
using YamlDotNet.Core;

namespace Tomography.Workflows;

/// <summary>Reads an experiment file: YAML in, a checked <see cref="Experiment"/> or all of its problems out.</summary>
internal static partial class ExperimentReader
{
    /// <summary>How often a failed job is tried again where the experiment does not say.</summary>
    public const int DefaultRetries = 1;

    private static readonly ImmutableArray<int> DefaultSeeds = [123, 456, 789, 321, 654];

    private static readonly IReadOnlyDictionary<string, ControlKind> ControlNames = new OrderedDictionary<string, ControlKind>(
        ControlKind.All.Select(c => KeyValuePair.Create(c.Name, c)), StringComparer.Ordinal);

    /// <summary>Reads a file.</summary>
    /// <param name="path">Full path of the experiment file.</param>
    /// <param name="variables">Values for <c>${Name}</c> in dataset paths.</param>
    /// <param name="limits">How much of the file is read; the defaults where none are given.</param>
    /// <param name="repertoire">What settings there are; those of this program where none is given.</param>
    public static ExperimentReadResult ReadFile(
        string path, IReadOnlyDictionary<string, string> variables, ExperimentLimits? limits = null, Repertoire? repertoire = null)
    {
        limits ??= ExperimentLimits.Default;
        if (!File.Exists(path))
        {
            var what = Directory.Exists(path)
                ? $"'{path}' is a folder, not an experiment file{Within(path)}"
                : $"There is no experiment file '{path}'{Nearby(path)}";
            return new(null, [new(DiagnosticSeverity.Error, DiagnosticCodes.ExperimentNotFound, new(path), "", what)]);
        }

        try
        {
            return Read(ReadStart(path, limits), path, variables, limits, repertoire);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(
                null,
                [
                    new(
                        DiagnosticSeverity.Error,
                        DiagnosticCodes.ExperimentNotFound,
                        new(path),
                        "",
                        $"The experiment file cannot be read: {e.Message}"),
                ]);
        }
    }

    /// <summary>Reads text as if it stood in a file.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="path">Full path of the file; dataset paths are relative to its folder.</param>
    /// <param name="variables">Values for <c>${Name}</c> in dataset paths.</param>
    /// <param name="limits">How much of the text is read; the defaults where none are given.</param>
    /// <param name="repertoire">What settings there are; those of this program where none is given.</param>
    public static ExperimentReadResult Read(
        string yaml, string path, IReadOnlyDictionary<string, string> variables, ExperimentLimits? limits = null,
        Repertoire? repertoire = null)
    {
        limits ??= ExperimentLimits.Default;
        repertoire ??= Repertoire.Default;
        var reading = new YamlReading(path, limits) { KeyPaths = KeyPaths.Of(repertoire) };
        Experiment? experiment = null;
        Diagnostic[] rest = [];
        try
        {
            if (YamlTree.Read(reading, yaml) is { } root)
                experiment = ReadExperiment(reading, root, Path.GetDirectoryName(path)!, variables, repertoire);
        }
        catch (TooManyProblemsException)
        {
            rest =
            [
                new(
                    DiagnosticSeverity.Error,
                    DiagnosticCodes.TooLarge,
                    reading.Diagnostics[^1].Location,
                    "",
                    $"There are more than {limits.MostProblems} problems; the others are not reported. Is this an experiment file? "
                        + $"{YamlReading.Sentence(limits.HowToRaise(nameof(ExperimentLimits.MostProblems)))}"),
            ];
        }

        ImmutableArray<Diagnostic> diagnostics =
        [
            .. reading.Diagnostics.OrderBy(d => d.Location.Line).ThenBy(d => d.Location.Column),
            .. rest,
        ];
        return new(diagnostics.IsEmpty ? experiment : null, diagnostics);
    }

    /// <summary>The text of a file, but no more of it than tells that it is too long: it may be of any length, or have no end.</summary>
    private static string ReadStart(string path, ExperimentLimits limits)
    {
        using var reader = new StreamReader(InputFile.OpenRead(path));
        var text = new StringBuilder();
        var buffer = new char[1 << 16];
        while (
            text.Length <= limits.MostExperimentCharacters
            && reader.Read(buffer, 0, Math.Min(buffer.Length, limits.MostExperimentCharacters + 1 - text.Length)) is > 0 and var read)
            text.Append(buffer, 0, read);
        return text.ToString();
    }

    private static Experiment ReadExperiment(
        YamlReading reading, YamlValue.Mapping root, string folder, IReadOnlyDictionary<string, string> variables, Repertoire repertoire)
    {
        var top = new YamlSection(reading, "", root);
        var name = top.Text("experiment") ?? "";
        if (!top.Has("experiment")) top.Missing("experiment", "experiment: my-study");
        else if (name.Length > 0 && !NameForm().IsMatch(name))
            top.Error(
                DiagnosticCodes.WrongForm,
                "experiment",
                $"'{YamlReading.Shown(name)}' cannot name an output folder: use the letters a to z (small or capital), digits, '-', '_' "
                    + $"and '.', starting with a letter or digit, at most 100.");
        if (!top.Has("dataset"))
            top.Missing("dataset", "dataset: { csv: materials.csv }");
        // Who names a file and no more most likely wants it to be read.
        var dataset = top.Section(
            "dataset", top.Node("dataset") is YamlValue.Scalar { Text.Length: > 0 } file
                ? $"file: {YamlReading.Shown(file.Text)}"
                : "csv: materials.csv");
        var rules = DatasetRules.Default;
        var (source, limit) = ReadDataset(
            dataset, folder, variables, top.HasSection("dataset"),
            () =>
            {
                rules = DatasetRulesReader.Read(dataset);
                // Their properties are read once it is known which there are.
                _ = dataset.Has(SelectionReader.Where) | dataset.Has(SelectionReader.Formulas);
            });
        PredictSettings? predict = null;
        if (top.Has("predict"))
        {
            var section = top.Section("predict", "dataset: { folder: candidates }");
            if (!section.Has("dataset"))
                section.Missing("dataset", "dataset: { folder: candidates }");
            predict = ReadCrystals(section);
            section.Finish();
        }

        var columns = new List<NamedColumn>();
        var catalogue = PropertyCatalogue.Known.With(PropertyReader.Read(reading, top));
        if (source is DatasetSource.Phantom && top.HasSection("dataset") && !catalogue.Declared.IsEmpty)
            top.Error(
                DiagnosticCodes.Conflict, "properties",
                "'properties' says what the columns of a file are, and the phantom has none: leave it out, or name a file or folder.");
        var known = new OrderedDictionary<string, Representation>(
            repertoire.Representations.Select(b => KeyValuePair.Create(b.Representation.Name, b.Representation)), StringComparer.Ordinal);
        var selection = SelectionReader.Read(dataset, Property);
        var representations = top.List<Representation>(
            "representations",
            (string text, Mark mark, string path, out Representation value) => top.ChoiceOf(text, mark, path, known, out value));
        var targets = top.List<PropertyName>("targets", Property, isRequired: true);
        if (!top.Has("targets")) top.Missing("targets", "targets: [band-gap, density]");
        var features = FeatureReader.Read(reading, top, "features", Property);
        var together = TogetherReader.Read(reading, top, [.. (targets ?? []).Select(t => t.Value)], Property);
        var groups = GroupsReader.Read(reading, top, together, Property);
        var sufficient = SufficientReader.Read(reading, top, Property);
        var retrieval = RetrievalKeyReader.Read(top, Property);
        var published = PublishedReader.Read(reading, top, known.Values, Property);
        var seeds = top.List<int>(
            "seeds",
            (string text, Mark mark, string path, out int value) =>
            {
                var whole = top.WholeOf(text, mark, path, 0, int.MaxValue);
                value = whole ?? 0;
                return whole is not null;
            }
        );
        var controls = top.List<ControlKind>(
            "controls",
            (string text, Mark mark, string path, out ControlKind value) => top.ChoiceOf(text, mark, path, ControlNames, out value),
            mayBeEmpty: true);
        foreach (var (target, path) in targets ?? [])
            if (catalogue.Find(target.Value) is { Kind: not PropertyKind.Number } property)
                reading.Error(
                    DiagnosticCodes.TargetNotNumeric,
                    MarkOf(reading, path),
                    path,
                    $"'{target}' cannot be a target because its values are "
                        + $"{(property.Kind == PropertyKind.Classes ? "classes" : "vectors")}, not numbers; it can be a feature.");
        ImmutableArray<Representation> seen = representations is { Count: > 0 }
            ? [.. representations.Select(r => r.Value)]
            : [Representation.Structure, Representation.Composition];
        ImmutableArray<PropertyName> predicted = [.. (targets ?? []).Select(t => t.Value)];
        var candidates = CandidatesReader.Read(reading, top, predicted, seen, ReadCrystals);
        var analysis = repertoire.Analysis.Read(top);
        var simulate = SimulateReader.Read(reading, top, predicted, seen, analysis.LoopDamping, Property);
        var experiment = new Experiment(
            name,
            source,
            limit,
            seen,
            predicted,
            features,
            [.. (controls ?? []).Select(c => c.Value)],
            seeds is { Count: > 0 } ? [.. seeds.Select(s => s.Value)] : DefaultSeeds,
            FurtherReader.Read(reading, top, Property, known), analysis,
            [.. MatrixReader.Variants(reading, root, top, repertoire.Study)],
            top.Whole("retries", DefaultRetries, 0, 100), reading.Locations)
        {
            Predict = predict,
            Candidates = candidates,
            Simulate = simulate,
            Properties = catalogue,
            DatasetRules = rules,
            Selection = selection,
            Columns = [.. columns],
            // Groups that were chosen are learnt together like those that the file names.
            Together = [.. together.Union(groups?.Chosen ?? [])],
            Groups = groups,
            Sufficient = sufficient,
            Retrieval = retrieval,
            Published = published,
        };
        TogetherReader.Check(reading, top, experiment);
        SequenceReader.Check(reading, experiment);
        SufficientReader.Check(reading, experiment);
        RetrievalKeyReader.Check(reading, experiment);
        foreach (var (target, _) in experiment.Analysis.Uncertainty?.Widths ?? [])
            if (!experiment.Targets.Contains(target))
                reading.Error(
                    DiagnosticCodes.UnknownChoice,
                    MarkOf(reading, $"analysis.gates.{target}"),
                    $"analysis.gates.{target}",
                    $"'{target}' is no target of this experiment, so there is nothing to stop. Targets: "
                        + $"{string.Join(", ", experiment.Targets)}.");
        top.Finish();
        return experiment;

        // Crystals whose properties need not be known.
        PredictSettings ReadCrystals(YamlSection section)
        {
            var (its, rulesOfCrystals) = (section.Section("dataset", "folder: candidates"), DatasetRules.Default);
            var (crystals, most) = ReadDataset(
                its, folder, variables, section.HasSection("dataset"), () => rulesOfCrystals = DatasetRulesReader.OfCrystals(its));
            return new(crystals, most) { Rules = rulesOfCrystals };
        }

        bool Property(string text, Mark mark, string path, out PropertyName value)
        {
            if (catalogue.NameOf(text) is { } found)
            {
                // A property of the user's own: whether the dataset has it is known once the dataset is read.
                value = found;
                return true;
            }

            // The exact name of a column: whether the dataset has it is known later, and then it must be that and no other.
            if (source is not DatasetSource.Phantom && ColumnProperty.Of(text) is { } ofColumn)
            {
                value = ofColumn.Name;
                columns.Add(new(path, value, text));
                return true;
            }

            value = default;
            var nearest = catalogue.Nearest(text);
            reading.Error(
                DiagnosticCodes.UnknownChoice,
                mark,
                path,
                $"'{YamlReading.Shown(text)}' is not a property name (lower case words joined by "
                    + $"hyphens){(nearest is null ? "." : $"; did you mean '{nearest}'?")}");
            return false;
        }
    }

    private static Mark MarkOf(YamlReading reading, string path)
    {
        var location = reading.Locations.Of(path);
        return new(0, location.Line, location.Column);
    }

    private static (DatasetSource Source, int? Limit) ReadDataset(
        YamlSection dataset,
        string folder,
        IReadOnlyDictionary<string, string> variables,
        bool present,
        Action? readMore = null)
    {
        var kinds = new[] { "phantom", "file", "csv", "folder" }.Where(dataset.Has).ToArray();
        int? limit = dataset.Has("limit") ? dataset.Whole("limit", int.MaxValue, 1, int.MaxValue) : null;
        readMore?.Invoke();
        var path = new DatasetPath(folder, variables);
        DatasetSource source = new DatasetSource.Phantom(
            PhantomReader.Read(dataset.Has("phantom") ? dataset.Section("phantom", "materials: 400, seed: 7") : null));
        if (path.Read(dataset, "file") is { } any) source = new DatasetSource.Crystals(any);
        if (path.Read(dataset, "csv") is { } csv) source = new DatasetSource.Csv(csv);
        if (path.Read(dataset, "folder") is { } crystals) source = new DatasetSource.Folder(crystals);
        // A key that is none is told by itself.
        if (present && (kinds.Length > 1 || kinds.Length == 0 && dataset.HasOnlyKnownKeys))
            dataset.Error(
                DiagnosticCodes.Conflict,
                kinds.LastOrDefault() ?? "",
                $"'dataset' needs exactly one of 'phantom', 'file', 'csv' and 'folder', not "
                    + $"{(kinds.Length == 0 ? "none" : string.Join(" and ", kinds))}.");
        dataset.Finish();
        return (source, limit);
    }

    private static string Nearby(string path)
    {
        var folder = Path.GetDirectoryName(path);
        if (!Directory.Exists(folder)) return ": its folder does not exist either.";
        var files = ExperimentFiles.In(folder);
        // The ending that all have in common makes none of them near.
        var nearest = Suggestion.Nearest(Stem(Path.GetFileName(path)), files.Select(Stem));
        return nearest is not null ? $"; did you mean '{files.First(f => Stem(f) == nearest)}'?"
            : files.Length > 0 ? $". There {(files.Length == 1 ? "is" : "are")}: {Some(files)}."
            : ", nor any other in its folder.";
    }

    private static string Within(string folder) =>
        ExperimentFiles.In(folder) is { Length: > 0 } files ? $". It holds: {Some(files)}." : ", and holds none.";

    private static string Stem(string file)
    {
        var end = file.IndexOf(".experiment.", StringComparison.OrdinalIgnoreCase);
        return end > 0 ? file[..end] : Path.GetFileNameWithoutExtension(file);
    }

    private static string Some(ImmutableArray<string> files)
    {
        const int Most = 5;
        return string.Join(", ", files.Take(Most)) + (files.Length > Most ? $" and {files.Length - Most} more" : "");
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameForm();
}
