namespace Tomography.Analysis;

/// <summary>How what a property tells as a feature and what learning it along does go together, for one pair.</summary>
public enum Concord
{
    /// <summary>One of the two verdicts is not there, undecided or untrusted, so that nothing can be said.</summary>
    Open,

    /// <summary>Both verdicts are the same.</summary>
    Agrees,

    /// <summary>The property informs as a feature, and learning it along does nothing or harms.</summary>
    OnlyAsFeature,

    /// <summary>Learning it along helps, and as a feature it does nothing or harms.</summary>
    OnlyAsTask,

    /// <summary>One of the two harms and the other does nothing.</summary>
    OneHarms,
}
