using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>What chance does to the measures of a lattice: their percentiles over repetitions of the study.</summary>
/// <remarks>A draw in which a measure does not exist, or would stand on too little, is left out of its interval.</remarks>
internal static class LatticeBootstrap
{
    /// <summary>The measures with their intervals, in the order of <see cref="LatticeMeasure"/>.</summary>
    /// <param name="measures">The measures as they were found.</param>
    /// <param name="draws">Those of every draw.</param>
    public static ImmutableArray<MeasureEstimate> Estimates(LatticeMeasures measures, ImmutableArray<LatticeMeasures> draws) =>
        [.. Enum.GetValues<LatticeMeasure>().Select(measure => Estimate(measure, measures, draws))];

    private static MeasureEstimate Estimate(LatticeMeasure measure, LatticeMeasures measures, ImmutableArray<LatticeMeasures> draws)
    {
        var value = measures[measure];
        var sorted = value is null ? [] : draws.Select(draw => draw[measure]).OfType<double>().Order().ToArray();
        var (edges, pairs) = measures.Behind(measure);
        return new(
            measure,
            value,
            sorted.Length == 0 ? null : Percentile.Of(sorted, 0.025),
            sorted.Length == 0 ? null : Percentile.Of(sorted, 0.975),
            edges,
            pairs,
            measures.Lacks(measure));
    }
}
