namespace Tomography.Analysis;

/// <summary>What a target's own uncertainty is taken from.</summary>
public enum UncertaintySource
{
    /// <summary>Half the range of its error over the seeds, relative to its mean.</summary>
    Errors,

    /// <summary>
    /// The width of its calibrated intervals, relative to that of intervals around one constant for all crystals: what the models leave
    /// open.
    /// </summary>
    Intervals,
}
