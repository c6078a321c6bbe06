using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>What becomes of a crystal that is not what its own file says of it.</summary>
public enum ContradictionRule
{
    /// <summary>Its material is set aside.</summary>
    SetAside,

    /// <summary>It is used, and told.</summary>
    Tell,
}
