namespace Tomography.Learning;

/// <summary>What a split keeps together.</summary>
public enum SplitBy
{
    /// <summary>Nothing: each material is drawn on its own, as in [T].</summary>
    Material,

    /// <summary>All materials of one formula, so that no polymorph of a training material is tested.</summary>
    Formula,
}
