using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Which targets should be learned together in one representation, under a budget of models.</summary>
/// <param name="Representation">The representation.</param>
/// <param name="Budget">How many models may be trained per seed.</param>
/// <param name="Groupings">The best, all together, all alone; the best is left out where pairs are not measured.</param>
/// <param name="Stability">
/// Share of repetitions of the study, drawn from the intervals of the pairs, in which the best grouping is the same; null where there is
/// none.
/// </param>
/// <param name="Unmeasured">Pairs that lack a measured effect.</param>
public sealed record GroupAnalysis(
    Representation Representation, int Budget, ImmutableArray<Grouping> Groupings, double? Stability,
    ImmutableArray<PropertySet> Unmeasured)
{
    /// <summary>The best grouping; null where pairs are not measured.</summary>
    public Grouping? Best => Groupings.FirstOrDefault(g => g.Kind == GroupingKind.Best);
}
