namespace Tomography.Analysis;

/// <summary>By what a study finds that a feature counts for a target.</summary>
public enum FindingRule
{
    /// <summary>[T]: the largest error with the feature lies below the smallest without it, over all seeds.</summary>
    Pooled,

    /// <summary>The error is smaller with the feature for every seed.</summary>
    Paired,

    /// <summary>The verdict is <em>informs</em>; undecided and untrusted ones say nothing.</summary>
    Verdict,
}
