namespace Tomography.Analysis;

/// <summary>What would settle an edge.</summary>
public enum Remedy
{
    /// <summary>More seeds.</summary>
    Seeds,

    /// <summary>More materials: no number of seeds can do it.</summary>
    Materials,

    /// <summary>More epochs.</summary>
    Epochs,

    /// <summary>Correct values.</summary>
    Data,

    /// <summary>Another model or training.</summary>
    Settings,

    /// <summary>Another build, which brings the predictions that are not there.</summary>
    Build,
}
