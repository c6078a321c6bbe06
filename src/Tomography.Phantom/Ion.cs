namespace Tomography.Phantom;

/// <summary>An element in one oxidation state, as the phantom's ionic model needs it.</summary>
/// <param name="Symbol">Element symbol.</param>
/// <param name="AtomicNumber">Atomic number.</param>
/// <param name="Charge">Oxidation state in elementary charges; a fraction for the atoms of molecular anions.</param>
/// <param name="RadiusAngstrom">Ionic radius for six neighbours, angstrom.</param>
/// <param name="Electronegativity">Pauling electronegativity.</param>
/// <param name="MassDalton">Atomic mass, dalton.</param>
/// <param name="DElectrons">Electrons in the outer d shell, 0 to 10.</param>
/// <param name="UnpairedElectrons">Unpaired electrons in high spin, each one Bohr magneton.</param>
public sealed record Ion(
    string Symbol,
    int AtomicNumber,
    double Charge,
    double RadiusAngstrom,
    double Electronegativity,
    double MassDalton,
    int DElectrons = 0,
    int UnpairedElectrons = 0)
{
    /// <summary>True for a partly filled d shell, which narrows the model's band gap.</summary>
    public bool HasOpenDShell => DElectrons is > 0 and < 10;

    /// <summary>
    /// True for V, Cr, Mn, Fe, Co, Ni, Mo and W, which the Materials Project treats with a Hubbard U in oxides and fluorides.
    /// </summary>
    public bool IsHubbardMetal => AtomicNumber is 23 or 24 or 25 or 26 or 27 or 28 or 42 or 74;

    /// <summary>Born exponent by the noble gas core (Pauling): 5 helium, 7 neon, 9 argon, 10 krypton, 12 xenon.</summary>
    public int BornExponent => (Charge > 0, AtomicNumber) switch
    {
        (true, <= 4) or (false, <= 1) => 5,
        (true, <= 14) or (false, <= 9) => 7,
        (true, <= 32) or (false, <= 17) => 9,
        (true, <= 51) or (false, <= 35) => 10,
        _ => 12,
    };
}
