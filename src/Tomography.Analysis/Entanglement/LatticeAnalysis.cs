using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>Everything that is said about the lattice of one representation.</summary>
public sealed record LatticeAnalysis
{
    /// <summary>Properties as nodes, and an edge for each feature that was given to a model of a target.</summary>
    public required EntanglementLattice Lattice { get; init; }

    /// <summary>Its measures.</summary>
    public required LatticeMeasures Measures { get; init; }

    /// <summary>The measures with their intervals over repetitions of the study, in the order of <see cref="LatticeMeasure"/>.</summary>
    public required ImmutableArray<MeasureEstimate> Estimates { get; init; }

    /// <summary>What can be said of its regime.</summary>
    public required RegimeFinding Regime { get; init; }

    /// <summary>The regime inside each community of at least two properties.</summary>
    public required ImmutableArray<CommunityRegime> Communities { get; init; }

    /// <summary>The regime around each target.</summary>
    public required ImmutableArray<TargetRegime> Targets { get; init; }

    /// <summary>The trade-off over pruning thresholds.</summary>
    public required TradeOff TradeOff { get; init; }

    /// <summary>
    /// Uncertainty of each property with what its sources pass on. A property that is no target has none of its own; a target of which
    /// nothing is known has 1.</summary>
    public required ImmutableArray<SpreadUncertainty> Uncertainty { get; init; }

    /// <summary>What the targets' own uncertainty is taken from.</summary>
    public required UncertaintySource UncertaintySource { get; init; }

    /// <summary>Loop closure over the earlier runs and this one; null where there is no earlier run.</summary>
    public required LoopClosure? Loop { get; init; }
}
