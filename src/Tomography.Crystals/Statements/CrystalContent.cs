using System.Globalization;

namespace Tomography.Crystals;

/// <summary>What a crystal holds, to be held against what somebody states of it.</summary>
internal sealed class CrystalContent
{
    /// <summary>Formulas are rounded, and so are occupancies: so much of the larger share is no contradiction.</summary>
    private const double FormulaTolerance = 0.02;

    private const double LeastShare = 0.002;
    private const double VolumeTolerance = 0.01;
    private const double DensityTolerance = 0.02;
    private const double DeuteriumDalton = 2.014;
    private const int Hydrogen = 1;

    private readonly Dictionary<int, double> _atoms = [];

    /// <param name="crystal">The crystal.</param>
    public CrystalContent(Crystal crystal)
    {
        foreach (var site in crystal.Sites)
            foreach (var occupant in site.Occupants)
                _atoms[occupant.AtomicNumber] = _atoms.GetValueOrDefault(occupant.AtomicNumber) + occupant.Occupancy;
        Atoms = _atoms.Values.Sum();
        Sites = crystal.Sites.Length;
        Volume = crystal.Lattice.Volume;
    }

    /// <summary>Atoms of the cell, occupancies added up.</summary>
    public double Atoms { get; }

    /// <summary>Sites of the cell.</summary>
    public int Sites { get; }

    /// <summary>Volume of the cell in cubic angstrom.</summary>
    public double Volume { get; }

    /// <summary>Mass per volume in g/cm3, hydrogen being the usual one.</summary>
    public double Density => Mass * CellContent.GramPerCubicCentimetre / Volume;

    /// <summary>The formula of the cell, as messages write it.</summary>
    public string Formula => string.Join(
        ' ',
        _atoms.OrderBy(a => ElementTable.SymbolOf(a.Key), StringComparer.Ordinal)
            .Select(a => $"{ElementTable.SymbolOf(a.Key)}{a.Value.ToString("0.##", CultureInfo.InvariantCulture)}"));

    private double Mass => _atoms.Sum(a => a.Value * (ElementTable.ByNumber(a.Key)?.MassDalton ?? 0));

    /// <summary>What of a formula the crystal does not have, as a sentence; null where their shares agree.</summary>
    public string? Difference(IReadOnlyDictionary<int, double> formula)
    {
        var sum = formula.Values.Sum();
        foreach (var element in formula.Keys.Union(_atoms.Keys).Order())
        {
            var (wanted, there) = (formula.GetValueOrDefault(element) / sum, _atoms.GetValueOrDefault(element) / Atoms);
            if (Math.Abs(wanted - there) <= FormulaTolerance * Math.Max(wanted, there) + LeastShare) continue;
            return $"{ElementTable.SymbolOf(element)} {(there == 0 ? "is missing" : "differs")}.";
        }

        return null;
    }

    /// <summary>Whether so many atoms are not those of the cell, rounding allowed.</summary>
    public bool HasOtherAtoms(double atoms) => Math.Abs(atoms - Atoms) > FormulaTolerance * Math.Max(atoms, Atoms) + 0.5;

    /// <summary>Whether a volume in cubic angstrom is not that of the cell.</summary>
    public bool HasOtherVolume(double volume) => !IsNear(volume, Volume, VolumeTolerance);

    /// <summary>Whether a density in g/cm3 is not that of the crystal, be its hydrogen deuterium or not.</summary>
    public bool HasOtherDensity(double density)
    {
        var deuterium = _atoms.GetValueOrDefault(Hydrogen) * (DeuteriumDalton - ElementTable.ByNumber(Hydrogen)!.MassDalton);
        var heaviest = (Mass + deuterium) * CellContent.GramPerCubicCentimetre / Volume;
        return !(density >= Density * (1 - DensityTolerance) && density <= heaviest * (1 + DensityTolerance));
    }

    private static bool IsNear(double stated, double there, double tolerance) => Math.Abs(stated - there) <= tolerance * there;
}
