using Tomography.Crystals;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>What can be wrong between an experiment and its dataset.</summary>
internal static class DatasetChecks
{
    /// <summary>All problems.</summary>
    public static IEnumerable<Diagnostic> Of(Experiment experiment, PreparedDataset dataset, DatasetStore store)
    {
        foreach (var problem in Properties(experiment, experiment.Targets, "targets", dataset, areTargets: true)) yield return problem;
        foreach (var problem in Properties(experiment, experiment.Features ?? [], "features", dataset, areTargets: false)) yield return problem;
        if (Split(experiment, dataset, store) is { } reason)
            yield return Error(experiment, DiagnosticCodes.EmptySplit, "split", $"{reason} Use more materials or larger shares.");
    }

    private static IEnumerable<Diagnostic> Properties(Experiment experiment, IReadOnlyList<PropertyName> names, string key, PreparedDataset dataset, bool areTargets)
    {
        for (var i = 0; i < names.Count; i++)
        {
            var path = $"{key}[{i}]";
            if (dataset.Column(names[i]) is not { } column)
            {
                var there = dataset.Columns.Select(c => c.Property.Name.Value).ToArray();
                var nearest = Suggestion.Nearest(names[i].Value, there);
                yield return Error(experiment, DiagnosticCodes.PropertyNotInDataset, path, $"The dataset has no property '{names[i]}'{(nearest is null ? "." : $"; did you mean '{nearest}'?")} It has: {string.Join(", ", there)}.");
            }
            else if (areTargets && column.Property.Kind == PropertyKind.Classes)
            {
                yield return Error(experiment, DiagnosticCodes.TargetNotNumeric, path, $"'{names[i]}' cannot be a target because its values are classes, not numbers; it can be a feature.");
            }
            else if (areTargets && !column.Varies)
            {
                yield return Error(experiment, DiagnosticCodes.ConstantTarget, path, $"'{names[i]}' has the same value for all {dataset.Summary.Materials} materials: there is nothing to learn.");
            }
        }
    }

    private static string? Split(Experiment experiment, PreparedDataset dataset, DatasetStore store)
    {
        IReadOnlyList<string> formulas = new string[dataset.Summary.Materials];
        if (experiment.Split.By == SplitBy.Formula)
        {
            using var stream = File.OpenRead(store.TablePath(dataset));
            formulas = MaterialTable.Read(stream).Formulas;
        }

        foreach (var seed in experiment.Seeds)
        {
            try
            {
                _ = Learning.Split.Create(formulas, experiment.Split, seed);
            }
            catch (ArgumentException e)
            {
                return e.Message;
            }

            if (experiment.Split.By == SplitBy.Material) break; // sizes do not depend on the seed
        }

        return null;
    }

    private static Diagnostic Error(Experiment experiment, string code, string key, string message) =>
        new(DiagnosticSeverity.Error, code, experiment.Locations.Of(key), key, message);
}
