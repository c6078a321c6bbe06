namespace Tomography.Analysis;

/// <summary>The six shapes that an entanglement lattice can have ([P]).</summary>
public enum Regime
{
    /// <summary>Few edges, fragmented.</summary>
    Sparse,

    /// <summary>Modular: communities of properties.</summary>
    Structured,

    /// <summary>Most edges are there, paths are short.</summary>
    Dense,

    /// <summary>Influence runs one way, from few sources.</summary>
    Asymmetric,

    /// <summary>Weights shift between loops.</summary>
    Dynamic,

    /// <summary>Edges that must not be trusted dominate.</summary>
    Pathological,
}
