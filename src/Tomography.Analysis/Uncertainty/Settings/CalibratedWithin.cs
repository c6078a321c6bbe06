namespace Tomography.Analysis;

/// <summary>Within what intervals are calibrated.</summary>
public enum CalibratedWithin
{
    /// <summary>Within all crystals that no model saw.</summary>
    All,

    /// <summary>Within each third of them by the distance to the training crystals: far crystals get intervals of their own.</summary>
    Distance,
}
