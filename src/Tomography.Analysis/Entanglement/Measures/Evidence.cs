namespace Tomography.Analysis;

/// <summary>What a measure of a lattice is taken from.</summary>
public enum Evidence
{
    /// <summary>Edges sound enough to be judged.</summary>
    JudgedEdges,

    /// <summary>Edges that inform.</summary>
    RealEdges,

    /// <summary>Pairs of properties judged in both directions.</summary>
    TwoWayPairs,

    /// <summary>Those of them that a real edge joins.</summary>
    RealTwoWayPairs,

    /// <summary>Edges judged in this run and the earlier ones.</summary>
    CommonEdges,
}
