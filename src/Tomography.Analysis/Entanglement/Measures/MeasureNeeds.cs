using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>
/// How much a measure needs to stand on. Of less, chance makes of the measure what it likes; docs/lattice.md has the simulation that these
/// numbers come from.
/// </summary>
internal static class MeasureNeeds
{
    /// <summary>Edges that a share, a partition or a path needs.</summary>
    public const int Edges = 5;

    /// <summary>Pairs judged both ways that asymmetry needs.</summary>
    public const int TwoWayPairs = 5;

    /// <summary>Pairs among them with a real edge that asymmetry needs.</summary>
    public const int RealTwoWayPairs = 3;

    /// <summary>What a measure needs, in the order in which it is asked for.</summary>
    public static ImmutableArray<(Evidence What, int Least)> Of(LatticeMeasure measure) => measure switch
    {
        LatticeMeasure.Density or LatticeMeasure.PossibleDensity or LatticeMeasure.WeightedDensity or LatticeMeasure.PathologicalShare =>
            [(Evidence.JudgedEdges, Edges)],
        LatticeMeasure.Asymmetry => [(Evidence.TwoWayPairs, TwoWayPairs), (Evidence.RealTwoWayPairs, RealTwoWayPairs)],
        LatticeMeasure.DriftChange or LatticeMeasure.DriftBeyondSeeds or LatticeMeasure.SignFlips or LatticeMeasure.Oscillation =>
            [(Evidence.CommonEdges, Edges)],
        _ => [(Evidence.RealEdges, Edges)],
    };
}
