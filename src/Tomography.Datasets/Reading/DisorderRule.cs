namespace Tomography.Datasets;

/// <summary>What becomes of a disordered crystal, of which there is no crystal graph.</summary>
public enum DisorderRule
{
    /// <summary>Its material is set aside.</summary>
    SetAside,

    /// <summary>Each of its sites keeps the most frequent element; sites that are mostly empty are left out.</summary>
    Majority,
}
