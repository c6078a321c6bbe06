using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// All numbers that describe a lattice; each is explained where it is computed. The indexer gives them only where they stand on enough.
/// </summary>
public sealed record LatticeMeasures
{
    /// <summary>How many edges and pairs there are of each kind.</summary>
    public required LatticeCounts Counts { get; init; }

    /// <summary>Real edges of the judged ones, 0..1.</summary>
    public required double Density { get; init; }

    /// <summary>The same with the undecided edges that may be there, 0..1; at least <see cref="Density"/>.</summary>
    public required double PossibleDensity { get; init; }

    /// <summary>Sum of the real weights / judged edges, 0..1.</summary>
    public required double WeightedDensity { get; init; }

    /// <summary>How far influence runs one way, 0..1.</summary>
    public required double Asymmetry { get; init; }

    /// <summary>Gini coefficient of outgoing strength, 0..1.</summary>
    public required double Dominance { get; init; }

    /// <summary>Best partition, its modularity and z-score.</summary>
    public required ModularityResult Modularity { get; init; }

    /// <summary>Shortest paths and efficiency.</summary>
    public required PathResult Paths { get; init; }

    /// <summary>Largest share of the targets that one property informs, 0..1.</summary>
    public required double SourceReach { get; init; }

    /// <summary>How far the lattice falls apart, 0..1.</summary>
    public required double Fragmentation { get; init; }

    /// <summary>Pathological edges of the judged ones, 0..1.</summary>
    public required double PathologicalShare { get; init; }

    /// <summary>Pathological edges of those that are decided, 0..1.</summary>
    public required double PathologicalShareOfDecided { get; init; }

    /// <summary>Change against earlier lattices; null where there are none.</summary>
    public required LatticeDrift? Drift { get; init; }

    /// <summary>Communities of at least two properties; none where there are too few real edges to tell.</summary>
    public IEnumerable<ImmutableArray<PropertyName>> Modules =>
        Lacks(LatticeMeasure.Communities) is null ? Modularity.Communities.Where(community => community.Length > 1) : [];

    /// <summary>Measures a lattice.</summary>
    /// <param name="lattice">The lattice.</param>
    /// <param name="earlier">Earlier lattices of the same representation, oldest first.</param>
    /// <param name="settings">How many permutations, and from where on a change matters.</param>
    public static LatticeMeasures Of(
        EntanglementLattice lattice, IReadOnlyList<EntanglementLattice>? earlier = null, LatticeSettings? settings = null)
    {
        var use = LatticeSettings.Checked(settings);
        return new()
        {
            Counts = LatticeCounts.Of(lattice),
            Density = DensityMeasure.Of(lattice),
            PossibleDensity = DensityMeasure.Possible(lattice, use.SmallestEffect),
            WeightedDensity = DensityMeasure.Weighted(lattice),
            Asymmetry = AsymmetryMeasure.Of(lattice),
            Dominance = DominanceMeasure.Of(lattice),
            Modularity = ModularityMeasure.Of(lattice, use.Permutations),
            Paths = PathMeasure.Of(lattice),
            SourceReach = SourceReachMeasure.Of(lattice),
            Fragmentation = FragmentationMeasure.Of(lattice),
            PathologicalShare = PathologyMeasure.Of(lattice),
            PathologicalShareOfDecided = PathologyMeasure.OfDecided(lattice),
            Drift = DriftMeasure.Of(earlier ?? [], lattice),
        };
    }

    /// <summary>One of the numbers; null where it does not exist (no earlier lattice) or would stand on too little.</summary>
    public double? this[LatticeMeasure measure] => Lacks(measure) is null ? Raw(measure) : null;

    /// <summary>What there is too little of for a measure; null where there is enough, or no earlier lattice to compare with.</summary>
    /// <param name="measure">The measure.</param>
    public Shortfall? Lacks(LatticeMeasure measure)
    {
        foreach (var (what, least) in MeasureNeeds.Of(measure))
            if (Found(what, measure) is { } found && found < least)
                return new(what, found, least);
        return null;
    }

    /// <summary>The edges behind a measure, and the pairs of properties that they join.</summary>
    /// <param name="measure">The measure.</param>
    public (int Edges, int Pairs) Behind(LatticeMeasure measure) => MeasureNeeds.Of(measure)[^1].What switch
    {
        Evidence.JudgedEdges => (Counts.Judged, Counts.JudgedPairs),
        Evidence.RealTwoWayPairs => (2 * Counts.RealTwoWayPairs, Counts.RealTwoWayPairs),
        Evidence.CommonEdges => (Found(Evidence.CommonEdges, measure) ?? 0, Drift?.Pairs ?? 0),
        _ => (Counts.Real, Counts.RealPairs),
    };

    private int? Found(Evidence what, LatticeMeasure measure) => what switch
    {
        Evidence.JudgedEdges => Counts.Judged,
        Evidence.RealEdges => Counts.Real,
        Evidence.TwoWayPairs => Counts.TwoWayPairs,
        Evidence.RealTwoWayPairs => Counts.RealTwoWayPairs,
        Evidence.CommonEdges => measure == LatticeMeasure.Oscillation ? Drift?.EdgesOfAllRuns : Drift?.Edges,
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No evidence of a measure."),
    };

    private double? Raw(LatticeMeasure measure) => measure switch
    {
        LatticeMeasure.Density => Density,
        LatticeMeasure.PossibleDensity => PossibleDensity,
        LatticeMeasure.WeightedDensity => WeightedDensity,
        LatticeMeasure.Asymmetry => Asymmetry,
        LatticeMeasure.Dominance => Dominance,
        LatticeMeasure.Modularity => Modularity.Modularity,
        LatticeMeasure.ModularityZScore => Modularity.ZScore,
        LatticeMeasure.Communities => Modularity.Communities.Count(community => community.Length > 1),
        LatticeMeasure.MeanShortestPath => Paths.MeanShortestPath,
        LatticeMeasure.Efficiency => Paths.Efficiency,
        LatticeMeasure.SourceReach => SourceReach,
        LatticeMeasure.Fragmentation => Fragmentation,
        LatticeMeasure.PathologicalShare => PathologicalShare,
        LatticeMeasure.DriftChange => Drift?.Change,
        LatticeMeasure.DriftBeyondSeeds => Drift?.ChangeBeyondSeeds,
        LatticeMeasure.SignFlips => Drift?.SignFlips,
        LatticeMeasure.Oscillation => Drift?.Oscillation,
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Not a measure of a lattice."),
    };
}
