namespace Tomography.Analysis;

/// <summary>What seeds that the search did not see say of a set.</summary>
public enum SufficiencyVerdict
{
    /// <summary>Its models are not all there.</summary>
    Waiting,

    /// <summary>All properties together improve on it by less than what was asked for, with 95 % confidence.</summary>
    Sufficient,

    /// <summary>They improve on it by more, with 95 % confidence.</summary>
    Insufficient,

    /// <summary>Neither can be said.</summary>
    Undecided,

    /// <summary>
    /// Neither with the set nor with all properties do models clearly beat the best constant: that all improve on it by little says
    /// nothing then.
    /// </summary>
    NothingLearnt,
}
