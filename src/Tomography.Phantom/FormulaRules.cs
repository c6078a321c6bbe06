using System.Collections.Immutable;

namespace Tomography.Phantom;

/// <summary>The rules of all formula types, in a fixed order that seeds depend on.</summary>
internal static class FormulaRules
{
    private static readonly string[] Monovalent = ["Li", "Na", "K", "Rb", "Cs"];

    // Lithium is too small for them, in nature and here.
    private static readonly string[] Heavy = ["Na", "K", "Rb", "Cs"];

    /// <summary>Every rule, one per <see cref="Stoichiometry"/>, in its order.</summary>
    public static ImmutableArray<FormulaRule> All { get; } =
    [
        Simple(Stoichiometry.AX, 0.10, "F Cl Br I O O S S Se Te N P As", (1, 0, 9)),
        Simple(Stoichiometry.AX2, 0.10, "F F Cl Br I O O S Se", (1, 0, 9)),
        Simple(Stoichiometry.A2X, 0.03, "O O S Se Te", (2, 0, 9)),
        Simple(Stoichiometry.A2X3, 0.05, "O O S Se Te", (2, 0, 9)),
        Simple(Stoichiometry.AX3, 0.04, "F F Cl Br I O", (1, 0, 9)),
        Simple(Stoichiometry.A3X, 0.015, "N P As", (3, 0, 9)),
        Simple(Stoichiometry.ABX, 0.08, "N P As", (1, 0, 9), (1, 0, 9)),
        Simple(Stoichiometry.ABX2, 0.12, "O O S Se Te N P", (1, 0, 9), (1, 0, 9)),
        Simple(Stoichiometry.ABX3, 0.20, "O O O F Cl Br S Se", (1, 0, 9), (1, 0, 9)),
        Simple(Stoichiometry.A2BX4, 0.13, "O O O F Cl S Se", (2, 0, 9), (1, 0, 9)),
        Simple(Stoichiometry.A2BCX6, 0.10, "O O F Cl", (2, 0.95, 9), (1, 0, 0.95), (1, 0, 0.95)),
        Molecular(
            Stoichiometry.AlkaliHydroxide,
            0.015,
            OxideType.Hydroxide,
            -4.4,
            (1, Monovalent, 1),
            new(SiteRole.X, 1, [IonTable.HydroxideOxygen]),
            new(SiteRole.H, 1, [IonTable.HydroxideHydrogen])),
        Molecular(
            Stoichiometry.DivalentHydroxide,
            0.02,
            OxideType.Hydroxide,
            -8.8,
            (1, ["Mg", "Ca", "Sr", "Ba", "Mn", "Fe", "Co", "Ni", "Zn", "Cd"], 2),
            new(SiteRole.X, 2, [IonTable.HydroxideOxygen]),
            new(SiteRole.H, 2, [IonTable.HydroxideHydrogen])),
        Molecular(
            Stoichiometry.AlkaliPeroxide,
            0.0125,
            OxideType.Peroxide,
            -1.5,
            (2, Monovalent, 1),
            new RoleFill(SiteRole.X, 2, [IonTable.PeroxideOxygen])),
        Molecular(
            Stoichiometry.DivalentPeroxide,
            0.0125,
            OxideType.Peroxide,
            -1.5,
            (1, ["Mg", "Ca", "Sr", "Ba", "Zn", "Cd"], 2),
            new RoleFill(SiteRole.X, 2, [IonTable.PeroxideOxygen])),
        Molecular(
            Stoichiometry.Superoxide,
            0.02,
            OxideType.Superoxide,
            -4,
            (1, Heavy, 1),
            new RoleFill(SiteRole.X, 2, [IonTable.SuperoxideOxygen])),
        Molecular(
            Stoichiometry.Ozonide,
            0.005,
            OxideType.Ozonide,
            -6,
            (1, Heavy, 1),
            new RoleFill(SiteRole.X, 3, [IonTable.OzonideOxygen])),
    ];

    /// <summary>The rules of some formula types, in the order of all; of none, all.</summary>
    public static ImmutableArray<FormulaRule> Among(ImmutableArray<Stoichiometry> types) =>
        types.IsEmpty ? All : [.. All.Where(r => types.Contains(r.Stoichiometry))];

    /// <summary>The rule of a formula type.</summary>
    public static FormulaRule Of(Stoichiometry stoichiometry) => All[(int)stoichiometry];

    // Cations within a range of radii in angstrom; anions by their symbols, the last number of the formula type being their count.
    private static FormulaRule Simple(
        Stoichiometry stoichiometry,
        double weight,
        string anions,
        params (int Count, double From, double To)[] cations)
    {
        var roles = cations.Select(
            static (c, i) =>
                new RoleFill(
                    (SiteRole)i,
                    c.Count,
                    [.. IonTable.Cations.Where(ion => ion.RadiusAngstrom >= c.From && ion.RadiusAngstrom < c.To)]));
        var name = stoichiometry.ToString();
        var count = char.IsAsciiDigit(name[^1]) ? name[^1] - '0' : 1;
        return new(stoichiometry, weight, [.. roles, new(SiteRole.X, count, [.. anions.Split(' ').Select(IonTable.Anion)])]);
    }

    private static FormulaRule Molecular(
        Stoichiometry stoichiometry,
        double weight,
        OxideType oxide,
        double bondEv,
        (int Count, string[] Symbols, int Charge) cation,
        params RoleFill[] anions)
    {
        var candidates = IonTable.Cations.Where(ion => ion.Charge == cation.Charge && cation.Symbols.Contains(ion.Symbol));
        return new(stoichiometry, weight, [new(SiteRole.A, cation.Count, [.. candidates]), .. anions], oxide, bondEv);
    }
}
