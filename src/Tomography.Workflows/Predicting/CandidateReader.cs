using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Phantom;

namespace Tomography.Workflows;

/// <summary>Reads the crystals of <c>predict</c> and of <c>candidates</c>. Which properties they have does not matter.</summary>
/// <param name="limits">How much of a source is read at most.</param>
internal sealed class CandidateReader(InputLimits limits)
{
    private const int MostElements = 10;

    /// <summary>Reads them.</summary>
    /// <param name="plan">The plan of the experiment.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="settings">Which crystals.</param>
    /// <param name="key">The key of the experiment that names them.</param>
    /// <exception cref="DiagnosticException">None of them can be used.</exception>
    public Candidates Read(Plan plan, Experiment experiment, PredictSettings settings, string key)
    {
        var (source, limit) = (settings.Dataset, settings.Limit);
        var location = experiment.Locations.Of(key);
        var elements = ElementsOf(plan, experiment);
        Dataset dataset;
        var warnings = ImmutableArray.CreateBuilder<Diagnostic>();
        if (source is DatasetSource.Phantom phantom) dataset = PhantomDataset.Create(phantom.Settings);
        else
        {
            var read = DatasetLoader.ReadCrystals(source, elements, limits, settings.Rules);
            var severity = read.Dataset is null ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
            warnings.AddRange(
                read.Problems.Where(p => p.Kind != DataProblemKind.UnusableColumn)
                    .Select(p => new Diagnostic(
                        p.IsNote ? DiagnosticSeverity.Note : severity,
                        severity == DiagnosticSeverity.Error ? DiagnosticCodes.DatasetUnusable : DataProblemCodes.Of(p.Kind),
                        location,
                        key,
                        DatasetLoader.Describe(p))));
            dataset =
                read.Dataset
                ?? throw new DiagnosticException(
                    warnings.Count > 0
                        ? warnings
                        :
                        [
                            new(
                                DiagnosticSeverity.Error,
                                DiagnosticCodes.DatasetUnusable,
                                location,
                                key,
                                "There is no crystal."),
                        ]);
        }

        if (limit is { } most && most < dataset.Materials.Length)
            dataset = dataset.Take(DatasetPreparer.Subset(dataset.Materials.Length, most));
        if (Unseen(plan, dataset) is { } unseen)
            warnings.Add(new(DiagnosticSeverity.Warning, DiagnosticCodes.UnseenElements, location, key, unseen));
        return new(dataset with { ElementFeatures = elements }, warnings.ToImmutable());
    }

    /// <summary>The element features that the models know: a folder may bring its own.</summary>
    private ElementFeatureTable ElementsOf(Plan plan, Experiment experiment)
    {
        if (DatasetHash.OfElementFeatures(ElementFeatures.BuiltIn) == plan.Dataset.ElementsHash) return ElementFeatures.BuiltIn;
        return DatasetLoader.Read(
            experiment.Dataset,
            new() { Limits = limits, Catalogue = experiment.Properties, Rules = experiment.DatasetRules }).Table?.ElementFeatures
            ?? throw new DiagnosticException([new(
                DiagnosticSeverity.Error, DiagnosticCodes.DatasetNotFound, experiment.Locations.Of("dataset"), "dataset",
                "The dataset's element features are needed to predict, and it cannot be read any more.")]);
    }

    /// <summary>Which elements of the crystals no material of the dataset has: their vectors were never trained.</summary>
    private static string? Unseen(Plan plan, Dataset dataset)
    {
        if (plan.Dataset.Elements.IsEmpty) return null;
        var known = plan.Dataset.Elements.ToHashSet();
        var counts = dataset.Materials.SelectMany(m => m.Crystal.Sites.Select(s => s.Occupants[0].AtomicNumber).Distinct())
            .Where(z => !known.Contains(z)).CountBy(z => z).OrderByDescending(c => c.Value).ThenBy(c => c.Key).ToArray();
        if (counts.Length == 0) return null;
        var affected = dataset.Materials.Count(m => m.Crystal.Sites.Any(s => !known.Contains(s.Occupants[0].AtomicNumber)));
        return $"{affected} of {dataset.Materials.Length} crystals hold elements that no material of the dataset has "
            + $"({string.Join(", ", counts.Take(MostElements).Select(c => $"{ElementTable.SymbolOf(c.Key)}: {c.Value}"))}"
            + $"{(counts.Length > MostElements ? $" and {counts.Length - MostElements} more" : "")}): what is predicted of them is a guess "
            + $"by likeness of elements.";
    }
}
