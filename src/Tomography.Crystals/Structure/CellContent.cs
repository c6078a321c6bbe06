namespace Tomography.Crystals;

/// <summary>What follows from a cell and the atoms in it.</summary>
internal static class CellContent
{
    /// <summary>One dalton per cubic angstrom: 1 u = 1.66053906660e-24 g (CODATA 2018), 1 angstrom3 = 1e-24 cm3.</summary>
    public const double GramPerCubicCentimetre = 1.66053906660;

    /// <summary>Mass per volume of an ordered crystal in g/cm3.</summary>
    public static double Density(Crystal crystal) => Mass(crystal) * GramPerCubicCentimetre / crystal.Lattice.Volume;

    /// <summary>Formula units of the cell of an ordered crystal.</summary>
    public static int FormulaUnits(Crystal crystal) =>
        crystal.Sites.CountBy(s => s.Occupants[0].AtomicNumber).Select(c => c.Value).Aggregate(Formula.GreatestCommonDivisor);

    private static double Mass(Crystal crystal) =>
        crystal.Sites.Sum(s => ElementTable.ByNumber(s.Occupants[0].AtomicNumber)?.MassDalton ?? 0);
}
