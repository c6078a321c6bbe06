namespace Tomography.Datasets;

/// <summary>What can be odd about the values of a property.</summary>
public enum ValueFindingKind
{
    /// <summary>Values lie far from all others, as mistyped ones do.</summary>
    Outlier,

    /// <summary>Values are numbers that programs write where they have none, like -999.</summary>
    Sentinel,

    /// <summary>All materials have one value.</summary>
    Constant,

    /// <summary>Nearly all materials have one value.</summary>
    NearlyConstant,
}
