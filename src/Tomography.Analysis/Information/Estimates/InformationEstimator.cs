namespace Tomography.Analysis;

/// <summary>How a mutual information was estimated.</summary>
public enum InformationEstimator
{
    /// <summary>Two numbers: nearest neighbours (Kraskov, Stögbauer, Grassberger 2004).</summary>
    Ksg,

    /// <summary>A number and classes: nearest neighbours (Ross 2014).</summary>
    Ross,

    /// <summary>Classes and classes: observed shares with the correction of Miller and Madow.</summary>
    PlugIn,
}
