namespace Tomography.Analysis;

/// <summary>The numbers that describe a lattice.</summary>
public enum LatticeMeasure
{
    /// <summary>Real edges of the judged ones (<see cref="DensityMeasure"/>).</summary>
    Density,

    /// <summary>The same with the undecided edges that may be there (<see cref="DensityMeasure"/>).</summary>
    PossibleDensity,

    /// <summary>Mean real weight (<see cref="DensityMeasure"/>).</summary>
    WeightedDensity,

    /// <summary>How far influence runs one way (<see cref="AsymmetryMeasure"/>).</summary>
    Asymmetry,

    /// <summary>Gini coefficient of outgoing strength (<see cref="DominanceMeasure"/>).</summary>
    Dominance,

    /// <summary>Modularity of the best partition (<see cref="ModularityMeasure"/>).</summary>
    Modularity,

    /// <summary>Modularity against permuted lattices (<see cref="ModularityMeasure"/>).</summary>
    ModularityZScore,

    /// <summary>Communities of at least two properties (<see cref="ModularityMeasure"/>).</summary>
    Communities,

    /// <summary>Mean shortest path (<see cref="PathMeasure"/>).</summary>
    MeanShortestPath,

    /// <summary>Global efficiency (<see cref="PathMeasure"/>).</summary>
    Efficiency,

    /// <summary>Largest share of the targets that one property informs (<see cref="SourceReachMeasure"/>).</summary>
    SourceReach,

    /// <summary>How far the lattice falls apart (<see cref="FragmentationMeasure"/>).</summary>
    Fragmentation,

    /// <summary>Pathological edges of the judged ones (<see cref="PathologyMeasure"/>).</summary>
    PathologicalShare,

    /// <summary>Relative L1 change against an earlier lattice (<see cref="DriftMeasure"/>).</summary>
    DriftChange,

    /// <summary>The part of that change that the seeds do not explain (<see cref="DriftMeasure"/>).</summary>
    DriftBeyondSeeds,

    /// <summary>Edges whose sign changed against an earlier lattice (<see cref="DriftMeasure"/>).</summary>
    SignFlips,

    /// <summary>Going back and forth over three or more lattices (<see cref="DriftMeasure"/>).</summary>
    Oscillation,
}
