namespace Tomography.Analysis;

/// <summary>What a study concludes of a feature for a target.</summary>
public enum VerdictKind
{
    /// <summary>The feature carries information about the target that the model has not got otherwise: the error becomes smaller.</summary>
    Informs,

    /// <summary>The error becomes larger.</summary>
    Harms,

    /// <summary>Whatever the feature does, it is small.</summary>
    Nothing,

    /// <summary>The study is too small to tell.</summary>
    Undecided,

    /// <summary>Something is wrong with the models or the data behind it.</summary>
    Untrusted,
}
