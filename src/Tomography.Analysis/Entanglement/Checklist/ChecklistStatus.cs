namespace Tomography.Analysis;

/// <summary>What was found at a place of the checklist.</summary>
public enum ChecklistStatus
{
    /// <summary>Measured, and nothing to do.</summary>
    Pass,

    /// <summary>Measured, and worth a look.</summary>
    Attention,

    /// <summary>This study does not measure it.</summary>
    NotMeasured,
}
