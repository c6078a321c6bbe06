namespace Tomography.Phantom;

/// <summary>The seven crystal systems, in order of rising symmetry.</summary>
public enum CrystalSystem
{
    /// <summary>Space groups 1 to 2.</summary>
    Triclinic,

    /// <summary>Space groups 3 to 15.</summary>
    Monoclinic,

    /// <summary>Space groups 16 to 74.</summary>
    Orthorhombic,

    /// <summary>Space groups 75 to 142.</summary>
    Tetragonal,

    /// <summary>Space groups 143 to 167.</summary>
    Trigonal,

    /// <summary>Space groups 168 to 194.</summary>
    Hexagonal,

    /// <summary>Space groups 195 to 230.</summary>
    Cubic,
}
