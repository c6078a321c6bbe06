using System.Collections.Immutable;

namespace Tomography.Phantom;

/// <summary>A crystal structure type, to be filled with ions.</summary>
/// <param name="Name">Name of the type.</param>
/// <param name="Stoichiometry">Formula type that it holds.</param>
/// <param name="SpaceGroupNumber">Space group, 1 to 230.</param>
/// <param name="Centering">Centring of its conventional cell.</param>
/// <param name="Coordination">Nearest anions of the cations A, B, C, as far as it has them.</param>
/// <param name="Order">How moments add up.</param>
/// <param name="Shapes">Settings of its free parameters, one where it has none.</param>
public sealed record Prototype(
    string Name,
    Stoichiometry Stoichiometry,
    int SpaceGroupNumber,
    Centering Centering,
    ImmutableArray<int> Coordination,
    MagneticOrder Order,
    ImmutableArray<PrototypeShape> Shapes)
{
    /// <summary>Crystal system of the space group.</summary>
    public CrystalSystem System => SpaceGroupNumber switch
    {
        <= 2 => CrystalSystem.Triclinic,
        <= 15 => CrystalSystem.Monoclinic,
        <= 74 => CrystalSystem.Orthorhombic,
        <= 142 => CrystalSystem.Tetragonal,
        <= 167 => CrystalSystem.Trigonal,
        <= 194 => CrystalSystem.Hexagonal,
        _ => CrystalSystem.Cubic,
    };
}
