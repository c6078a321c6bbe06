namespace Tomography.Phantom;

/// <summary>How the moments of a prototype's cations add up.</summary>
public enum MagneticOrder
{
    /// <summary>All moments are parallel.</summary>
    Ferromagnetic,

    /// <summary>Moments cancel: no magnetization.</summary>
    Antiferromagnetic,

    /// <summary>The B cations point against the others.</summary>
    Ferrimagnetic,
}
