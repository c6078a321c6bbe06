using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>What is done to a number of a property as it is read.</summary>
public enum PropertyTransform
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Its decimal logarithm is taken; numbers of 0 or less have none.</summary>
    Log10,
}
