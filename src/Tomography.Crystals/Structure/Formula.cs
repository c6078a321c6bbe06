namespace Tomography.Crystals;

/// <summary>Chemical formulas.</summary>
public static class Formula
{
    /// <summary>
    /// The reduced formula, elements in alphabetical order, every count written: <c>O3 Sr1 Ti1</c>. Polymorphs have one formula.
    /// </summary>
    /// <exception cref="DisorderedCrystalException">A site is shared or partly empty.</exception>
    public static string Reduced(Crystal crystal)
    {
        GraphChecks.Ordered(crystal);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in crystal.Sites.CountBy(static s => s.Occupants[0].AtomicNumber))
            counts[ElementTable.SymbolOf(group.Key)] = group.Value;
        var divisor = counts.Values.Aggregate(GreatestCommonDivisor);
        return string.Join(' ', counts.Select(c => $"{c.Key}{c.Value / divisor}"));
    }

    internal static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
