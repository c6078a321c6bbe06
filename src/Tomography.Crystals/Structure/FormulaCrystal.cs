using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>
/// What stands for a crystal of which only the formula is known: its sites have elements and no geometry, so that it serves the
/// composition representation alone.
/// </summary>
internal static class FormulaCrystal
{
    /// <summary>The most sites that fractional amounts are scaled to.</summary>
    public const int MostSites = 1000;

    private const double Slack = 1e-6;

    /// <summary>
    /// One formula unit with whole amounts, or the smallest multiple of one that has them; null where no multiple of at most
    /// <see cref="MostSites"/> sites does.
    /// </summary>
    /// <param name="amounts">Amounts by atomic number, above 0.</param>
    public static Crystal? Of(SortedDictionary<int, double> amounts)
    {
        var sum = amounts.Values.Sum();
        // Amounts may be of one formula unit (LiFe0.5Mn0.5O2) or shares that sum to 1: the multiples of either are tried.
        for (var multiple = 1; multiple * sum <= MostSites + 0.5; multiple++)
        {
            var scale = (double)multiple;
            if (!amounts.Values.All(a => IsWhole(a * scale, Slack * scale))) continue;
            var counts = amounts.Select(a => (Element: a.Key, Count: (int)Math.Round(a.Value * scale))).ToArray();
            var divisor = counts.Select(c => c.Count).Aggregate(Formula.GreatestCommonDivisor);
            return Spread([.. counts.SelectMany(c => Enumerable.Repeat(c.Element, c.Count / divisor))]);
        }

        return null;
    }

    private static bool IsWhole(double amount, double slack) =>
        Math.Round(amount) >= 1 && Math.Abs(amount - Math.Round(amount)) <= slack;

    // Along the diagonal of a long cell, where no two sites meet.
    private static Crystal Spread(ImmutableArray<int> elements)
    {
        var edge = 4.0 * elements.Length;
        var occupants = elements.Distinct().ToDictionary(e => e, e => ImmutableArray.Create(new Occupant(e)));
        return new(
            new(new(edge, 0, 0), new(0, edge, 0), new(0, 0, edge)),
            [.. elements.Select((e, i) =>
            {
                var f = (double)i / elements.Length;
                return new Site(new(f, f, f), occupants[e]);
            })]);
    }
}
