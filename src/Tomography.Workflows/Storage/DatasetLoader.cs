using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Phantom;

namespace Tomography.Workflows;

/// <summary>Reads the dataset of an experiment from its source.</summary>
public static class DatasetLoader
{
    /// <summary>Names of properties that a message lists.</summary>
    private const int MostNames = 40;

    /// <summary>Reads it.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="limits">How much of the source is read at most.</param>
    /// <exception cref="DiagnosticException">Nothing of it can be used, or it lacks a property that the experiment names.</exception>
    public static LoadedDataset Load(Experiment experiment, InputLimits limits)
    {
        if (experiment.Dataset is DatasetSource.Phantom phantom)
        {
            var dataset = PhantomDataset.Create(phantom.Materials, phantom.Seed);
            CheckProperties(experiment, [.. dataset.Columns.Select(c => c.Property.Name)]);
            return new(dataset, 0, []);
        }

        var read = experiment.Dataset switch
        {
            DatasetSource.Csv csv => DatasetReader.ReadCsv(csv.Path, limits),
            DatasetSource.Folder folder => DatasetReader.ReadFolder(folder.Path, limits),
            _ => throw new InvalidOperationException($"Unknown dataset source {experiment.Dataset.GetType().Name}."),
        };
        if (read.Table is not { } table) throw Unusable(experiment, read.Problems);
        ImmutableArray<PropertyName> there = [.. table.Columns.Select(c => c.Property.Name)];
        CheckProperties(experiment, there);
        var features = experiment.Features ?? [.. PropertyRegistry.All.Select(p => p.Name).Where(there.Contains)];
        var chosen = read.Select([.. experiment.Targets, .. features]);
        return chosen.Dataset is { } materials ? new(materials, chosen.SetAside, [.. chosen.Problems.Select(p => new PreparedWarning(DataProblemCodes.Of(p.Kind), Describe(p)))]) : throw Unusable(experiment, chosen.Problems);
    }

    private static void CheckProperties(Experiment experiment, ImmutableArray<PropertyName> there)
    {
        var missing = new List<Diagnostic>();
        Check(experiment.Targets, "targets");
        Check(experiment.Features ?? [], "features");
        if (missing.Count > 0) throw new DiagnosticException(missing);

        void Check(ImmutableArray<PropertyName> names, string key)
        {
            for (var i = 0; i < names.Length; i++)
            {
                if (there.Contains(names[i])) continue;
                var path = $"{key}[{i}]";
                var nearest = Suggestion.Nearest(names[i].Value, there.Select(n => n.Value));
                missing.Add(new(
                    DiagnosticSeverity.Error, DiagnosticCodes.PropertyNotInDataset, experiment.Locations.Of(path), path,
                    $"The dataset has no property '{names[i]}'{(nearest is null ? "." : $"; did you mean '{nearest}'?")} It has: {string.Join(", ", there.Take(MostNames))}{(there.Length > MostNames ? $" and {there.Length - MostNames} more" : "")}."));
            }
        }
    }

    internal static DiagnosticException Unusable(Experiment experiment, ImmutableArray<DataProblem> problems)
    {
        var location = experiment.Locations.Of("dataset");
        if (problems.IsEmpty) return new([new(DiagnosticSeverity.Error, DiagnosticCodes.DatasetUnusable, location, "dataset", "The dataset holds no material: there are no rows behind the header.")]);
        return new([.. problems.Select(p => new Diagnostic(DiagnosticSeverity.Error, p.Kind == DataProblemKind.SourceTooLarge ? DiagnosticCodes.DatasetTooLarge : DiagnosticCodes.DatasetUnusable, location, "dataset", Describe(p)))]);
    }

    private static string Sentence(string text) => text[^1] is '?' or '!' ? text : text + ".";

    private static string Describe(DataProblem problem)
    {
        var places = problem.FirstPlaces.IsEmpty ? "" : $" {(problem.Count > problem.FirstPlaces.Length ? $"First of {problem.Count}: " : "")}{Sentence(string.Join("; ", problem.FirstPlaces.Select(p => p.TrimEnd('.'))))}";
        return $"{problem.Message.TrimEnd('.')}.{places} {problem.Suggestion}";
    }
}
