using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>The errors on the crystals that the same models tested.</summary>
/// <param name="Models">The models, as places in the list of seeds.</param>
/// <param name="Errors">The absolute errors of their mean, from the smallest up.</param>
internal sealed record TestedTogether(ImmutableArray<int> Models, double[] Errors)
{
    /// <summary>Puts crystals together that were tested by the same models.</summary>
    public static ImmutableArray<TestedTogether> Of(IEnumerable<UnseenCrystal> crystals) =>
    [
        .. crystals.GroupBy(c => string.Join(' ', c.Models), StringComparer.Ordinal)
            .Select(g => new TestedTogether(g.First().Models, [.. g.Select(c => c.Error).Order()])),
    ];

    /// <summary>The mean of what these models predict.</summary>
    /// <param name="predicted">What all models predict, in the order of the seeds.</param>
    public double Mean(ImmutableArray<double> predicted) => Ensemble.Mean([.. Models.Select(m => predicted[m])]);
}
