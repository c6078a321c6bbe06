using System.Collections.Immutable;

namespace Tomography.Phantom;

/// <summary>How formulas of one type are made.</summary>
/// <param name="Stoichiometry">The type.</param>
/// <param name="Weight">Relative frequency among drawn formulas.</param>
/// <param name="Roles">Its roles: cations first, then anions.</param>
/// <param name="Oxide">What its oxygen is, where it has any.</param>
/// <param name="MolecularBondEv">Energy that binds its molecular anions inside, eV per formula unit, zero or negative.</param>
public sealed record FormulaRule(
    Stoichiometry Stoichiometry,
    double Weight,
    ImmutableArray<RoleFill> Roles,
    OxideType Oxide = OxideType.Oxide,
    double MolecularBondEv = 0)
{
    /// <summary>Atoms per formula unit.</summary>
    public int AtomsPerFormula => Roles.Sum(static r => r.Count);

    /// <summary>True where anions are molecules, which may touch inside.</summary>
    public bool IsMolecular => Oxide != OxideType.Oxide;
}
