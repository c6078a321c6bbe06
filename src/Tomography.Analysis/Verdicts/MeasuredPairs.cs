using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>The statistics of paired models, from their errors on single crystals.</summary>
/// <param name="errorsOf">The errors of a model for a target; null where they are not there.</param>
/// <param name="formulas">Per material of the dataset its reduced formula.</param>
public sealed class MeasuredPairs(Func<ModelSpec, PropertyName, TestErrors?> errorsOf, ImmutableArray<string> formulas) : IPairedErrors
{
    private readonly FormulaClusters _clusters = FormulaClusters.Of(formulas);

    /// <inheritdoc/>
    public PairedErrors Of(PairedModels models)
    {
        var pairs = new List<ErrorPair>();
        foreach (var (seed, without, with) in models.Seeds)
            if (errorsOf(without, models.Target) is { } less && errorsOf(with, models.Target) is { } more
                && less.Crystals.SequenceEqual(more.Crystals))
                pairs.Add(new(seed, less, more));
        return pairs.Count == 0
            ? PairedErrors.None
            : new(pairs.Count, pairs.Min(p => p.With.Errors.Length), EffectEstimator.Of(pairs, _clusters));
    }
}
