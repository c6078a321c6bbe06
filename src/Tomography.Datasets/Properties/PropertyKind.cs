using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>What the values of a property are.</summary>
public enum PropertyKind
{
    /// <summary>A real number; can be a target.</summary>
    Number,

    /// <summary>One of a fixed list of classes; enters a model one-hot.</summary>
    Classes,

    /// <summary>Several real numbers, like a spectrum; enters a model as it is, and cannot be a target.</summary>
    Vector,
}
