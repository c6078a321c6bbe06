namespace Tomography.Analysis;

/// <summary>What the seeds say about an edge.</summary>
public enum EdgeState
{
    /// <summary>The feature improves the error for every seed, and by more than any control does. Only these edges count as real.</summary>
    Significant,

    /// <summary>The feature makes the error larger for every seed.</summary>
    Harmful,

    /// <summary>Some seeds improve and some do not, or there are too few seeds to say.</summary>
    Inconclusive,

    /// <summary>The feature improves the error for every seed, but by no more than a control does for the same target.</summary>
    Spurious,
}
