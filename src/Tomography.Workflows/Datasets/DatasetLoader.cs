using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Phantom;

namespace Tomography.Workflows;

/// <summary>Reads the dataset of an experiment from its source.</summary>
internal static class DatasetLoader
{
    /// <summary>Names of properties that a message lists.</summary>
    private const int MostNames = 40;

    /// <summary>Reads it.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="limits">How much of the source is read at most.</param>
    /// <param name="repertoire">What splits there are.</param>
    /// <exception cref="DiagnosticException">Nothing of it can be used, or it lacks a property that the experiment names.</exception>
    public static LoadedDataset Load(Experiment experiment, InputLimits limits, Repertoire repertoire)
    {
        if (experiment.Dataset is DatasetSource.Phantom phantom)
        {
            var dataset = PhantomDataset.Create(phantom.Settings);
            CheckProperties(experiment, [.. dataset.Columns.Select(c => c.Property.Name)], repertoire, []);
            return Limited(dataset, experiment);
        }

        var read = Read(
            experiment.Dataset, new() { Limits = limits, Catalogue = experiment.Properties, Rules = experiment.DatasetRules });
        if (read.Table is not { Materials.IsEmpty: false } table) throw Unusable(experiment, read.Problems);
        ImmutableArray<PropertyName> there = [.. table.Columns.Select(c => c.Property.Name)];
        try
        {
            CheckDeclarations(experiment, read);
            CheckProperties(experiment, [.. there, .. table.Derived.Select(c => c.Property.Name)], repertoire, table.LeftOut);
        }
        catch (DiagnosticException e)
        {
            // How the file was read may tell why it lacks what was looked for.
            var notes = read.Problems.Where(p => p.Kind == DataProblemKind.HowRead).Select(p => Note(experiment, p));
            throw new DiagnosticException([.. e.Diagnostics, .. notes]);
        }

        if (table.HasFormulasOnly) CheckGeometry(experiment, repertoire);
        var features = experiment.Features?.SelectMany(f => f) ?? experiment.Properties.All.Select(p => p.Name).Where(there.Contains);
        var needs = SplitNeeds.Of(experiment, repertoire);
        var learnt = experiment.Targets.Concat(experiment.Together.SelectMany(t => t));
        PropertyName[] used = [.. learnt.Concat(features).Concat(needs).Distinct()];
        PropertyName[] looked = [.. used.Union(experiment.Selection.Properties)];
        var isUsed = experiment.DatasetRules.Outliers == OutlierRule.Tell;
        ImmutableArray<ValueFinding> findings =
        [
            .. ValueChecks.Of(table.Columns.Where(c => looked.Contains(c.Property.Name)), table.Materials)
                .Select(f => f with { IsUsed = isUsed }),
        ];
        var chosen = read.Treated(looked, experiment.DatasetRules.Outliers).Select(used, experiment.Variants[0].Split.DropBelow, needs);
        if (chosen.Dataset is null) throw Unusable(experiment, chosen.Problems);
        if (!experiment.Selection.IsAll)
        {
            var selected = new SelectedMaterials(experiment, chosen.Dataset.Materials, chosen.Column);
            chosen = chosen.Take(selected.Places, DatasetRemark.Where, selected.WhyNot);
        }

        if (Subset(chosen.Dataset!, experiment.Limit) is { } part)
            chosen = chosen.Take(part, DatasetRemark.Limit, WhyLimited(experiment.Limit!.Value));
        var warnings = chosen.Problems.Select(p => Warning(p, chosen.Remarks));
        return new(chosen.Dataset!, chosen.SetAside, [.. warnings, .. Unused(table, looked)], chosen.Remarks)
        {
            Findings = findings,
            Beside = Beside(experiment, chosen),
        };
    }

    /// <summary>What the audit tells of beside the properties that are used. A search for symmetry would take too long for it.</summary>
    private static ImmutableArray<PropertyColumn> Beside(Experiment experiment, DatasetReadResult chosen)
    {
        PropertyName[] symmetry = [DatasetAuditor.Symmetry, DatasetAuditor.SpaceGroup];
        var isStated = chosen.Table!.Columns.Any(c => symmetry.Contains(c.Property.Name));
        var names = experiment.Properties.Declared.Select(d => d.Property.Name).Concat(isStated ? symmetry[..1] : []).Distinct();
        return [.. names.Where(n => chosen.Dataset!.Column(n) is null).Select(chosen.Column).OfType<PropertyColumn>()];
    }

    private static PreparedWarning Warning(DataProblem problem, DatasetRemarks remarks)
    {
        var word = DatasetRemark.Word(problem.Kind);
        var file = remarks.Excluded.Counts.ContainsKey(word) ? ReportFiles.Excluded : ReportFiles.Notes;
        var rest = problem.HasMorePlaces ? $" A build lists all of them in {file}." : "";
        return new(DataProblemCodes.Of(problem.Kind), Describe(problem) + rest) { IsNote = problem.IsNote };
    }

    /// <summary>A generated dataset has no file in which its materials stand.</summary>
    private static LoadedDataset Limited(Dataset dataset, Experiment experiment)
    {
        var excluded = RemarkList.Empty;
        if (!experiment.Selection.IsAll)
        {
            var selected = new SelectedMaterials(experiment, dataset.Materials, dataset.Column);
            dataset = Take(dataset, selected.Places, DatasetRemark.Where, selected.WhyNot);
        }

        if (Subset(dataset, experiment.Limit) is { } part)
            dataset = Take(dataset, part, DatasetRemark.Limit, _ => WhyLimited(experiment.Limit!.Value));
        return new(dataset, 0, [], DatasetRemarks.None with { Excluded = excluded });

        Dataset Take(Dataset from, IReadOnlyList<int> places, string kind, Func<int, string> why)
        {
            var taken = places.ToHashSet();
            excluded = excluded.Add(from.Materials.Index().Where(m => !taken.Contains(m.Index))
                .Select(m => new DatasetRemark(m.Item.Id, "", "", kind, why(m.Index))));
            return from.Take(places);
        }
    }

    private static int[]? Subset(Dataset dataset, int? limit) =>
        limit < dataset.Materials.Length ? DatasetPreparer.Subset(dataset.Materials.Length, limit.Value) : null;

    private static string WhyLimited(int limit) => $"dataset.limit takes {limit} materials at random";

    /// <summary>Formulas have no geometry, which a representation may need.</summary>
    private static void CheckGeometry(Experiment experiment, Repertoire repertoire)
    {
        var needing = experiment.Representations.Where(r => repertoire.BuilderOf(r).NeedsGeometry).ToArray();
        if (needing.Length == 0) return;
        var others = repertoire.Representations.Where(b => !b.NeedsGeometry).Select(b => b.Representation.Name);
        var key = experiment.Locations.Keys.ContainsKey("representations") ? "representations" : "dataset";
        throw new DiagnosticException([
            new(
                DiagnosticSeverity.Error, DiagnosticCodes.NoGeometry, experiment.Locations.Of(key), key,
                $"The dataset states formulas and no crystals, which the representation '{needing[0]}' needs: write 'representations: "
                    + $"[{string.Join(", ", others)}]', or add a column of crystals."),
        ]);
    }

    /// <summary>One note of all properties that the experiment leaves aside; none where it names none.</summary>
    private static IEnumerable<PreparedWarning> Unused(SourceTable table, PropertyName[] used)
    {
        string[] columns = [.. table.Columns.Where(c => !used.Contains(c.Property.Name)).Select(c => c.Property.Name.Value)];
        if (columns.Length > 0)
            yield return new(
                DiagnosticCodes.HowRead,
                $"Properties of the dataset that the experiment does not use: {string.Join(", ", columns.Take(MostNames))}"
                    + $"{(columns.Length > MostNames ? $" and {columns.Length - MostNames} more" : "")}.")
            {
                IsNote = true,
            };
    }

    private static Diagnostic Note(Experiment experiment, DataProblem problem) => new(
        DiagnosticSeverity.Note, DataProblemCodes.Of(problem.Kind), experiment.Locations.Of("dataset"), "dataset", Describe(problem));

    /// <summary>Reads all of a source that is a file or a folder.</summary>
    /// <param name="source">A file or a folder.</param>
    /// <param name="options">How it is read.</param>
    internal static DatasetReadResult Read(DatasetSource source, ReadOptions options) => source switch
    {
        DatasetSource.Csv csv => DatasetReader.ReadCsv(csv.Path, options),
        DatasetSource.Folder folder => DatasetReader.ReadFolder(folder.Path, options),
        DatasetSource.Crystals file => DatasetReader.ReadFile(file.Path, options),
        _ => throw new InvalidOperationException($"Unknown dataset source {source.GetType().Name}."),
    };

    /// <summary>Reads the crystals of a source, whatever properties it has; those of a folder need no table that names them.</summary>
    /// <param name="source">A file or a folder.</param>
    /// <param name="elements">The element features that models know.</param>
    /// <param name="limits">How much is read.</param>
    /// <param name="rules">What becomes of odd crystals.</param>
    internal static DatasetReadResult ReadCrystals(
        DatasetSource source, ElementFeatureTable elements, InputLimits limits, DatasetRules rules) =>
        DatasetReader.ReadCrystals(
            source.Location ?? throw new InvalidOperationException($"No crystals are read of {source.GetType().Name}."),
            new() { Limits = limits, Elements = elements, Rules = rules });

    /// <summary>What is declared must be there, and what is transformed must have a result: nothing asked for is left out.</summary>
    private static void CheckDeclarations(Experiment experiment, DatasetReadResult read)
    {
        var wrong = read.MissingColumns.Select(m => new Diagnostic(
            DiagnosticSeverity.Error, DiagnosticCodes.PropertyNotInDataset, experiment.Locations.Of($"properties.{m.Property}"),
            $"properties.{m.Property}",
            $"The dataset has no column '{m.Column ?? m.Property.Value}'{(m.Nearest is null ? "." : $"; did you mean '{m.Nearest}'?")} "
                + (m.Column is null
                    ? "Where the column has another name, add it: 'column: \"name of the column\"'."
                    : "It is case-sensitive.")));
        var without = read.Problems.Where(p => p.Kind == DataProblemKind.NoLogarithm).Select(p => new Diagnostic(
            DiagnosticSeverity.Error, DataProblemCodes.Of(p.Kind), experiment.Locations.Of("properties"), "properties", Describe(p)));
        // Two names may make one word: 'K (GPa)' is not 'K_GPa'.
        var columns = read.Table!.Columns.SelectMany(c => c.Property.Aliases).ToArray();
        var unnamed = experiment.Columns.Where(c => !columns.Contains(c.Column)).Select(c => new Diagnostic(
            DiagnosticSeverity.Error, DiagnosticCodes.PropertyNotInDataset, experiment.Locations.Of(c.Path), c.Path,
            $"The dataset has no column '{c.Column}'"
                + (Suggestion.Nearest(c.Column, columns) is { } nearest ? $"; did you mean '{nearest}'?" : ".")));
        var unpaired = experiment.Properties.Declared
            .Where(d => d.SameAs is { } other && !read.Table.Columns.Any(c => c.Property.Name == other))
            .Select(d => new Diagnostic(
                DiagnosticSeverity.Error, DiagnosticCodes.PropertyNotInDataset,
                experiment.Locations.Of($"properties.{d.Property.Name}.same-as"), $"properties.{d.Property.Name}.same-as",
                $"The dataset has no property '{d.SameAs}' that '{d.Property.Name}' could be the same as"
                    + (Suggestion.Nearest($"{d.SameAs}", read.Table.Columns.Select(c => c.Property.Name.Value)) is { } nearest
                        ? $"; the nearest is '{nearest}'." : ".")));
        Diagnostic[] all = [.. wrong, .. without, .. unnamed, .. unpaired];
        if (all.Length > 0) throw new DiagnosticException(all);
    }

    private static void CheckProperties(
        Experiment experiment, ImmutableArray<PropertyName> there, Repertoire repertoire, ImmutableArray<LeftOutColumn> leftOut)
    {
        var missing = new List<Diagnostic>();
        for (var i = 0; i < experiment.Targets.Length; i++) Check(experiment.Targets[i], $"targets[{i}]");
        for (var i = 0; i < (experiment.Features?.Length ?? 0); i++)
            foreach (var name in experiment.Features!.Value[i])
                Check(name, $"features[{i}]");
        for (var i = 0; i < experiment.Together.Length; i++)
            foreach (var name in experiment.Together[i].Except(experiment.Targets))
                Check(name, $"together[{i}]");
        foreach (var condition in experiment.Selection.Conditions)
            Check(condition.Property, SelectedMaterials.PathOf(condition));
        foreach (var name in SplitNeeds.Of(experiment, repertoire))
            Check(
                name,
                name == StudySettings.SourceName && experiment.Variants.Any(v => v.Settings.BalancesSources) ? "training.source-weights"
                : experiment.Variants[0].Split.Column.Length > 0 ? "split.column"
                : "split.by");
        if (missing.Count > 0)
            throw new DiagnosticException(missing);

        void Check(PropertyName name, string path)
        {
            if (there.Contains(name)) return;
            if (leftOut.FirstOrDefault(c => c.Name == name) is { } unusable)
            {
                missing.Add(
                    new(
                        DiagnosticSeverity.Error, DiagnosticCodes.UnusableColumn, experiment.Locations.Of(path), path,
                        $"The column of '{name}' cannot become a property: {unusable.Reason}. Fill it with numbers, or with a few words "
                            + "that repeat."));
                return;
            }

            var nearest = Suggestion.Nearest(name.Value, there.Select(n => n.Value));
            missing.Add(
                new(
                    DiagnosticSeverity.Error,
                    DiagnosticCodes.PropertyNotInDataset,
                    experiment.Locations.Of(path),
                    path,
                    $"The dataset has no property '{name}'{(nearest is null ? "." : $"; did you mean '{nearest}'?")} "
                        + $"It has: {string.Join(", ", there.Take(MostNames))}"
                        + $"{(there.Length > MostNames ? $" and {there.Length - MostNames} more" : "")}."
                ));
        }
    }

    internal static DiagnosticException Unusable(Experiment experiment, ImmutableArray<DataProblem> problems)
    {
        var location = experiment.Locations.Of("dataset");
        problems = [.. problems.Where(p => !p.IsNote)];
        if (problems.IsEmpty)
            return new([
                new(
                    DiagnosticSeverity.Error,
                    DiagnosticCodes.DatasetUnusable,
                    location,
                    "dataset",
                    "The dataset holds no material: there are no rows behind the header."),
            ]);
        return new([
            .. problems.Select(p => new Diagnostic(
                DiagnosticSeverity.Error,
                p.Kind == DataProblemKind.SourceTooLarge ? DiagnosticCodes.DatasetTooLarge : DiagnosticCodes.DatasetUnusable,
                location,
                "dataset",
                Describe(p))),
        ]);
    }

    private static string Sentence(string text) => text[^1] is '?' or '!' ? text : text + ".";

    /// <summary>A problem as one line for people.</summary>
    internal static string Describe(DataProblem problem)
    {
        var places = problem.FirstPlaces.IsEmpty
            ? ""
            : $" {(problem.Count > problem.FirstPlaces.Length ? $"First of {problem.Count}: " : "")}"
                + Sentence(string.Join("; ", problem.FirstPlaces.Select(p => p.TrimEnd('.'))));
        return $"{problem.Message.TrimEnd('.')}.{places} {problem.Suggestion}";
    }
}
