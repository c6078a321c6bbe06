using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>A chemical element and the facts about it that models and checks use. Sources stand in <c>Elements/README.md</c>.</summary>
/// <param name="AtomicNumber">Atomic number, 1 to 103.</param>
/// <param name="Symbol">Symbol as written in formulas, like <c>Fe</c>.</param>
/// <param name="Name">English name.</param>
/// <param name="Group">Group of the periodic table, 1 to 18; 3 for lanthanides and actinides.</param>
/// <param name="Period">Period of the periodic table, 1 to 7.</param>
/// <param name="Block"><c>s</c>, <c>p</c>, <c>d</c> or <c>f</c>.</param>
/// <param name="ValenceElectrons">Electrons outside the noble-gas core that take part in bonds.</param>
/// <param name="Electronegativity">Pauling's electronegativity, where one is known.</param>
/// <param name="CovalentRadiusAngstrom">Covalent radius in angstrom (Cordero et al. 2008), where one is known.</param>
/// <param name="FirstIonizationEnergyElectronVolt">First ionization energy in eV.</param>
/// <param name="ElectronAffinityElectronVolt">Electron affinity in eV, where one is known.</param>
/// <param name="MolarVolumeCubicCentimetre">Molar volume in cm3/mol, where one is known.</param>
/// <param name="MassDalton">Atomic mass in unified atomic mass units.</param>
/// <param name="OxidationStates">Common oxidation states, ascending as listed; empty for elements that form no usual compounds.</param>
public sealed record Element(
    int AtomicNumber,
    string Symbol,
    string Name,
    int Group,
    int Period,
    char Block,
    int ValenceElectrons,
    double? Electronegativity,
    double? CovalentRadiusAngstrom,
    double? FirstIonizationEnergyElectronVolt,
    double? ElectronAffinityElectronVolt,
    double? MolarVolumeCubicCentimetre,
    double MassDalton,
    ImmutableArray<int> OxidationStates)
{
    /// <summary>The symbol, as formulas write it.</summary>
    public override string ToString() => Symbol;
}
