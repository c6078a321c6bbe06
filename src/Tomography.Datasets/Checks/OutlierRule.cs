namespace Tomography.Datasets;

/// <summary>What becomes of values that lie far from all others, and of numbers that stand for none.</summary>
public enum OutlierRule
{
    /// <summary>They are used, and told.</summary>
    Tell,

    /// <summary>Outliers become the nearest value that is none; numbers that stand for none count as missing.</summary>
    Clip,

    /// <summary>They count as missing.</summary>
    LeaveOut,
}
