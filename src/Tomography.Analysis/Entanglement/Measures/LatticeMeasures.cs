using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>All numbers that describe a lattice; each is explained where it is computed.</summary>
public sealed record LatticeMeasures
{
    /// <summary>Properties.</summary>
    public required int Nodes { get; init; }

    /// <summary>Measured edges.</summary>
    public required int MeasuredEdges { get; init; }

    /// <summary>Measured edges with enough seeds to be anything but inconclusive.</summary>
    public required int JudgedEdges { get; init; }

    /// <summary>Real edges.</summary>
    public required int RealEdges { get; init; }

    /// <summary>Real edges of the measured ones, 0..1.</summary>
    public required double Density { get; init; }

    /// <summary>Mean weight of the measured edges, 0..1.</summary>
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

    /// <summary>Harmful and spurious edges of the measured ones, 0..1.</summary>
    public required double PathologicalShare { get; init; }

    /// <summary>Harmful and spurious edges of those that are decided, 0..1.</summary>
    public required double PathologicalShareOfDecided { get; init; }

    /// <summary>Change against earlier lattices; null where there are none.</summary>
    public required LatticeDrift? Drift { get; init; }

    /// <summary>Communities of at least two properties.</summary>
    public IEnumerable<ImmutableArray<PropertyName>> Modules => Modularity.Communities.Where(community => community.Length > 1);

    /// <summary>Measures a lattice.</summary>
    /// <param name="lattice">The lattice.</param>
    /// <param name="earlier">Earlier lattices of the same representation, oldest first.</param>
    /// <param name="settings">How many permutations.</param>
    public static LatticeMeasures Of(
        EntanglementLattice lattice,
        IReadOnlyList<EntanglementLattice>? earlier = null,
        LatticeSettings? settings = null
    ) =>
        new()
        {
            Nodes = lattice.Nodes.Length,
            MeasuredEdges = lattice.Edges.Length,
            JudgedEdges = lattice.Edges.Count(edge => edge.Seeds.Length >= LatticeSettings.Checked(settings).MinimumSeeds),
            RealEdges = lattice.RealEdges.Count(),
            Density = DensityMeasure.Of(lattice),
            WeightedDensity = DensityMeasure.Weighted(lattice),
            Asymmetry = AsymmetryMeasure.Of(lattice),
            Dominance = DominanceMeasure.Of(lattice),
            Modularity = ModularityMeasure.Of(lattice, LatticeSettings.Checked(settings).Permutations),
            Paths = PathMeasure.Of(lattice),
            SourceReach = SourceReachMeasure.Of(lattice),
            Fragmentation = FragmentationMeasure.Of(lattice),
            PathologicalShare = PathologyMeasure.Of(lattice),
            PathologicalShareOfDecided = PathologyMeasure.OfDecided(lattice),
            Drift = DriftMeasure.Of(earlier ?? [], lattice),
        };

    /// <summary>One of the numbers; null where it does not exist (no connected pair, no earlier lattice).</summary>
    public double? this[LatticeMeasure measure] => measure switch
    {
        LatticeMeasure.Density => Density,
        LatticeMeasure.WeightedDensity => WeightedDensity,
        LatticeMeasure.Asymmetry => Asymmetry,
        LatticeMeasure.Dominance => Dominance,
        LatticeMeasure.Modularity => Modularity.Modularity,
        LatticeMeasure.ModularityZScore => Modularity.ZScore,
        LatticeMeasure.Communities => Modules.Count(),
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
