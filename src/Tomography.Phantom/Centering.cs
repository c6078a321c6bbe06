namespace Tomography.Phantom;

/// <summary>Which points besides its corners a conventional cell repeats.</summary>
public enum Centering
{
    /// <summary>Primitive: none.</summary>
    Primitive,

    /// <summary>Body-centred: the middle.</summary>
    Body,

    /// <summary>Face-centred: the middles of all faces.</summary>
    Face,

    /// <summary>Rhombohedral in hexagonal axes, obverse: (2/3, 1/3, 1/3) and (1/3, 2/3, 2/3).</summary>
    Rhombohedral,
}
