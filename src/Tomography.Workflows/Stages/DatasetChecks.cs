using Tomography.Crystals;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>What can be wrong between an experiment and its dataset.</summary>
internal static class DatasetChecks
{
    /// <summary>All problems.</summary>
    public static IEnumerable<Diagnostic> Of(Experiment experiment, PreparedDataset dataset, DatasetStore store)
    {
        foreach (var problem in Targets(experiment, dataset)) yield return problem;
        foreach (var problem in Further(experiment, dataset)) yield return problem;
        foreach (var split in experiment.Variants.Select(v => v.Split).Distinct())
            if (EmptySplitSeed(experiment, split, dataset, store) is { } seed)
                yield return Error(
                    experiment, DiagnosticCodes.EmptySplit, experiment.Locations.Keys.ContainsKey("split") ? "split" : experiment.Locations.Keys.ContainsKey("dataset.limit") ? "dataset.limit" : "dataset",
                    $"{dataset.Summary.Materials} materials do not fill the parts {split.Train} / {split.Validation} / {split.Test} of the split (seed {seed}). Use more materials or larger shares.");
    }

    private static IEnumerable<Diagnostic> Targets(Experiment experiment, PreparedDataset dataset)
    {
        for (var i = 0; i < experiment.Targets.Length; i++)
        {
            var (path, column) = ($"targets[{i}]", dataset.Column(experiment.Targets[i])!);
            if (column.Property.Kind == PropertyKind.Classes)
                yield return Error(experiment, DiagnosticCodes.TargetNotNumeric, path, $"'{column.Property.Name}' cannot be a target because its values are classes, not numbers; it can be a feature.");
            else if (!column.Varies)
                yield return Error(experiment, DiagnosticCodes.ConstantTarget, path, $"'{column.Property.Name}' has the same value for all {dataset.Summary.Materials} materials: there is nothing to learn.");
        }
    }

    /// <summary>Models beyond the grid are more seeds for what the grid has.</summary>
    private static IEnumerable<Diagnostic> Further(Experiment experiment, PreparedDataset dataset)
    {
        var features = (experiment.Features ?? [.. PropertyRegistry.All.Select(p => p.Name).Where(n => dataset.Column(n) is not null)]).Concat(experiment.Controls.Select(ControlColumns.NameOf)).ToArray();
        for (var i = 0; i < experiment.Further.Length; i++)
        {
            var further = experiment.Further[i];
            if (!experiment.Representations.Contains(further.Representation)) yield return Beyond("representation", further.Representation.Name, experiment.Representations.Select(r => r.Name));
            if (!experiment.Targets.Contains(further.Target)) yield return Beyond("target", further.Target.Value, experiment.Targets.Select(t => t.Value));
            if (further.Feature is { } feature && !features.Contains(feature)) yield return Beyond("feature", feature.Value, features.Select(f => f.Value));

            Diagnostic Beyond(string key, string value, IEnumerable<string> choices) => Error(
                experiment, DiagnosticCodes.UnknownChoice, $"further[{i}].{key}",
                $"'{value}' is none of the experiment's {key}s{(Suggestion.Nearest(value, choices) is { } nearest ? $"; did you mean '{nearest}'?" : ".")} It has: {string.Join(", ", choices)}.");
        }
    }

    /// <summary>The first seed whose split has an empty part.</summary>
    private static int? EmptySplitSeed(Experiment experiment, SplitSettings split, PreparedDataset dataset, DatasetStore store)
    {
        IReadOnlyList<string> formulas = new string[dataset.Summary.Materials];
        if (split.By == SplitBy.Formula)
        {
            using var stream = File.OpenRead(store.TablePath(dataset));
            formulas = MaterialTable.Read(stream).Formulas;
        }

        foreach (var seed in experiment.Seeds.Concat(experiment.Further.SelectMany(f => f.Seeds)))
        {
            try
            {
                _ = Split.Create(formulas, split, seed);
            }
            catch (ArgumentException)
            {
                return seed;
            }

            if (split.By == SplitBy.Material) break; // sizes do not depend on the seed
        }

        return null;
    }

    private static Diagnostic Error(Experiment experiment, string code, string key, string message) =>
        new(DiagnosticSeverity.Error, code, experiment.Locations.Of(key), key, message);
}
