namespace Tomography.Phantom;

/// <summary>The 13 properties of a phantom material.</summary>
/// <param name="BandGapEv">Band gap, eV, at least 0.</param>
/// <param name="DensityGramPerCm3">Density, g/cm3.</param>
/// <param name="EnergyAboveHullEv">Energy above the best prototype of the formula, eV per atom, at least 0, in steps of 0.1 meV.</param>
/// <param name="EnergyEv">Energy of the cell, eV.</param>
/// <param name="EnergyPerAtomEv">Energy, eV per atom.</param>
/// <param name="FormationEnergyPerAtomEv">Energy above the stated energies of the elements, eV per atom.</param>
/// <param name="NumberOfSites">Sites in the cell.</param>
/// <param name="TotalMagnetization">Magnetization, Bohr magnetons per reduced formula unit, at least 0.</param>
/// <param name="VolumeCubicAngstrom">Volume of the cell, cubic angstrom.</param>
/// <param name="IsHubbard">True for an oxide or fluoride of V, Cr, Mn, Fe, Co, Ni, Mo or W.</param>
/// <param name="Oxide">What its oxygen is.</param>
/// <param name="System">Crystal system.</param>
/// <param name="SpaceGroupNumber">Space group, 1 to 230.</param>
public sealed record PhantomProperties(
    double BandGapEv,
    double DensityGramPerCm3,
    double EnergyAboveHullEv,
    double EnergyEv,
    double EnergyPerAtomEv,
    double FormationEnergyPerAtomEv,
    int NumberOfSites,
    double TotalMagnetization,
    double VolumeCubicAngstrom,
    bool IsHubbard,
    OxideType Oxide,
    CrystalSystem System,
    int SpaceGroupNumber);
