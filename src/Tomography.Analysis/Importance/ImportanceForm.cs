namespace Tomography.Analysis;

/// <summary>How the errors of several seeds become one importance.</summary>
public enum ImportanceForm
{
    /// <summary>
    /// The form of [T]: mean, worst case and best case over all seeds of either model that are asked for with the feature.
    /// </summary>
    Pooled,

    /// <summary>The change per seed, then its mean, largest and smallest value. The same seed gives the same split, initial
    /// weights and batch order to both models, so the range is far tighter.</summary>
    Paired,
}
