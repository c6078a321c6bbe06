namespace Tomography.Phantom;

/// <summary>
/// The model that gives phantom materials their lattice constants, energies and band gaps; docs/phantom.md lists every formula.
/// </summary>
internal static class IonicModel
{
    /// <summary>e^2 / (4 pi epsilon0) in eV angstrom.</summary>
    private const double Coulomb = 14.399645;

    // Bond length over that of six neighbours, by number of neighbours (milder than the radii of Shannon, which would let open structures
    // win).
    private static double BondFactor(int neighbours) => neighbours switch
    {
        <= 2 => 0.90,
        3 => 0.935,
        4 => 0.96,
        5 => 0.98,
        6 => 1,
        7 => 1.01,
        8 => 1.025,
        9 => 1.035,
        10 => 1.04,
        _ => 1.06,
    };

    /// <summary>Relaxed first edge of the conventional cell, angstrom: the smallest at which no two ions overlap.</summary>
    public static double Edge(ShapeGeometry geometry, Filling filling)
    {
        var anion = filling[SiteRole.X];
        // Anions may overlap by a twentieth.
        var edge = 0.95 * 2 * anion.RadiusAngstrom / geometry.AnionAnion;
        for (var i = 0; i < geometry.CationAnion.Length; i++)
        {
            var bond = (filling.Ions[i].RadiusAngstrom + anion.RadiusAngstrom) * BondFactor(geometry.Prototype.Coordination[i]);
            edge = Math.Max(edge, bond / geometry.CationAnion[i]);
        }

        return edge;
    }

    /// <summary>Energy, eV per atom, of a shape stretched by a linear strain from its relaxed edge.</summary>
    public static double EnergyPerAtom(ShapeGeometry geometry, Filling filling, double strain)
    {
        double quadratic = 0;
        for (var i = 0; i < filling.Ions.Length; i++)
        for (var j = 0; j < filling.Ions.Length; j++)
            quadratic += filling.Ions[i].Charge * filling.Ions[j].Charge * geometry.Madelung[i, j];
        var atoms = filling.Rule.AtomsPerFormula;
        var ionicity = Ionicity(filling);
        var charging = (0.25 + 0.5 * ionicity) / RootMeanSquareCharge(filling);
        var electrostatic = charging * Coulomb * quadratic / Edge(geometry, filling) / (geometry.FormulasPerCell * atoms);
        var n = BornExponent(filling);
        var shrink = 1 / (1 + strain);
        var ionic = electrostatic * (shrink - PortableMath.Power(shrink, n) / n);
        var covalent = -0.9 * (1 - ionicity) * (1 - ionicity) * 4 / Math.Max(4, MeanCoordination(geometry, filling));
        return ionic + covalent + filling.Rule.MolecularBondEv / atoms;
    }

    /// <summary>Energy of the elements of a formula, eV per atom: -(0.5 + 0.6 electronegativity), averaged over atoms.</summary>
    public static double ElementsPerAtom(Filling filling) =>
        -(0.5 + 0.6 * Mean(filling, static _ => true, static ion => ion.Electronegativity));

    /// <summary>Band gap, eV, of a shape stretched by a linear strain.</summary>
    public static double BandGap(ShapeGeometry geometry, Filling filling, double strain)
    {
        double bond = 0, open = 0, cations = 0;
        var edge = Edge(geometry, filling) * (1 + strain);
        for (var i = 0; i < geometry.CationAnion.Length; i++)
        {
            var count = filling.Rule.Roles[i].Count;
            bond += count * geometry.CationAnion[i] * edge;
            if (filling.Ions[i].HasOpenDShell) open += count;
            cations += count;
        }

        bond /= cations;
        var gap =
            16 * ElectronegativityDifference(filling) / (bond * bond)
            - 0.7
            - 0.6 * (MeanCoordination(geometry, filling) - 4)
            - 1.8 * open / cations;
        return Math.Max(0, gap);
    }

    /// <summary>Magnetization in Bohr magnetons per reduced formula unit: high-spin moments added by the order of the prototype.</summary>
    public static double Magnetization(Prototype prototype, Filling filling)
    {
        if (prototype.Order == MagneticOrder.Antiferromagnetic) return 0;
        var sum = 0;
        var divisor = filling.Rule.AtomsPerFormula / filling.Formula().Sum(static p => p.Count);
        for (var i = 0; i < filling.Ions.Length; i++)
        {
            var sign = prototype.Order == MagneticOrder.Ferrimagnetic && filling.Rule.Roles[i].Role == SiteRole.B ? -1 : 1;
            sum += sign * filling.Rule.Roles[i].Count / divisor * filling.Ions[i].UnpairedElectrons;
        }

        return Math.Abs(sum);
    }

    // Share of ionic character: difference^2 / (difference^2 + 2), zero for equal electronegativities.
    private static double Ionicity(Filling filling)
    {
        var difference = ElectronegativityDifference(filling);
        return difference * difference / (difference * difference + 2);
    }

    private static double ElectronegativityDifference(Filling filling) =>
        Math.Max(0, filling[SiteRole.X].Electronegativity - Mean(filling, static r => r.IsCation, static ion => ion.Electronegativity));

    private static double RootMeanSquareCharge(Filling filling) =>
        Math.Sqrt(Mean(filling, static _ => true, static ion => ion.Charge * ion.Charge));

    private static int BornExponent(Filling filling) => (int)Math.Round(Mean(filling, static _ => true, static ion => ion.BornExponent));

    private static double MeanCoordination(ShapeGeometry geometry, Filling filling)
    {
        double sum = 0, count = 0;
        for (var i = 0; i < geometry.CationAnion.Length; i++)
        {
            sum += filling.Rule.Roles[i].Count * geometry.Prototype.Coordination[i];
            count += filling.Rule.Roles[i].Count;
        }

        return sum / count;
    }

    private static double Mean(Filling filling, Func<RoleFill, bool> takes, Func<Ion, double> value)
    {
        double sum = 0, count = 0;
        for (var i = 0; i < filling.Ions.Length; i++)
        {
            if (!takes(filling.Rule.Roles[i])) continue;
            sum += filling.Rule.Roles[i].Count * value(filling.Ions[i]);
            count += filling.Rule.Roles[i].Count;
        }

        return sum / count;
    }
}
