namespace Tomography.Analysis;

/// <summary>
/// Whether a step along a front rests on edges of the lattice ([P], Table 2: designs follow physically coherent edge paths).
/// </summary>
public enum StepTrust
{
    /// <summary>All its edges pass, and one informs at least.</summary>
    Coherent,

    /// <summary>All its edges pass, and none informs: the goals change without telling about each other.</summary>
    Apart,

    /// <summary>An edge is undecided, and none is worse.</summary>
    Undecided,

    /// <summary>An edge harms, or is not to be trusted.</summary>
    Untrusted,

    /// <summary>No edge between the goals that change was measured, or only one goal changes.</summary>
    Unmeasured,
}
