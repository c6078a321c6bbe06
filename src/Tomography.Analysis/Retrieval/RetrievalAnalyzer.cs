using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// Measures [T]'s corollary on inverse design: whether a material is the better singled out the more properties are known of it. Crystals
/// of the test part are candidates, known by what baselines predict of them; one of them is the unknown, of which properties are measured.
/// </summary>
public static class RetrievalAnalyzer
{
    private const int FewestCrystals = 10;

    /// <summary>An analysis per representation, in the order in which they come.</summary>
    /// <param name="seeds">What baselines predict; seeds with fewer than ten crystals in a part are left out.</param>
    /// <param name="settings">How it is measured.</param>
    /// <param name="skillOf">How well a property is predicted in a representation: share of the constant's error taken off.</param>
    /// <param name="edgeOf">The weight of the stronger edge between two properties in a representation, 0 where there is none.</param>
    public static ImmutableArray<RetrievalAnalysis> Of(
        IEnumerable<RetrievalSeed> seeds, RetrievalSettings settings, Func<Representation, PropertyName, double> skillOf,
        Func<Representation, PropertyName, PropertyName, double> edgeOf) =>
    [
        .. seeds.Where(s => Math.Min(s.Validation.Count, s.Test.Count) >= FewestCrystals && s.Properties.Length > 0)
            .GroupBy(s => s.Representation).Select(g => Of(
                [.. g.Select(s => new RetrievalModel(s, settings))], settings, name => skillOf(g.Key, name),
                (one, other) => edgeOf(g.Key, one, other))),
    ];

    private static RetrievalAnalysis Of(
        RetrievalModel[] models, RetrievalSettings settings, Func<PropertyName, double> skillOf,
        Func<PropertyName, PropertyName, double> edgeOf)
    {
        var names = models[0].Seed.Properties;
        int[] all = [.. Enumerable.Range(0, names.Length)];
        var orders = new Dictionary<RetrievalOrder, int[]>
        {
            [RetrievalOrder.Best] = Ordered(names.Length, (next, before) => Chosen([.. before, next])),
            [RetrievalOrder.Worst] = Ordered(names.Length, (next, before) => -Chosen([.. before, next])),
            [RetrievalOrder.Lattice] = Ordered(names.Length, (next, before) => skillOf(names[next])
                * (1 - before.Select(b => Math.Min(1, edgeOf(names[b], names[next]))).DefaultIfEmpty(0).Max())),
        };
        (RetrievalMethod, RetrievalOrder)[] curves =
        [
            .. orders.Keys.Select(order => (RetrievalMethod.Likelihood, order)), (RetrievalMethod.Neighbours, RetrievalOrder.Best),
            (RetrievalMethod.Measured, RetrievalOrder.Best),
        ];
        return new(
            models[0].Seed.Representation, models.Length, models.Average(m => m.Candidates), models.Average(m => Math.Log2(m.Candidates)),
            settings.Noise)
        {
            Curves = [.. curves.Select(c => new RetrievalCurve(c.Item1, c.Item2, Points(models, c.Item1, orders[c.Item2])))],
            Properties = [.. all.Select(p => new PropertyBits(
                names[p], Bits(m => m.Tested(RetrievalMethod.Likelihood, [p])),
                Bits(m => m.Tested(RetrievalMethod.Likelihood, all))
                    - Bits(m => m.Tested(RetrievalMethod.Likelihood, [.. all.Where(o => o != p)]))))],
            FormulaBits = Bits(m => m.WithFormula(RetrievalMethod.Likelihood, [])),
            FormulaAndAllBits = Bits(m => m.WithFormula(RetrievalMethod.Likelihood, all)),
        };

        double Chosen(int[] used) => models.Average(m => m.Chosen(RetrievalMethod.Likelihood, used));

        double Bits(Func<RetrievalModel, MatchedCrystal[]> matched) => models.Average(m => matched(m).Average(c => c.Bits));
    }

    // Each time the property with the highest value comes next; of equal ones the first.
    private static int[] Ordered(int count, Func<int, IReadOnlyList<int>, double> value)
    {
        var order = new List<int>();
        while (order.Count < count)
            order.Add(Enumerable.Range(0, count).Where(p => !order.Contains(p)).MaxBy(p => value(p, order)));
        return [.. order];
    }

    private static ImmutableArray<RetrievalPoint> Points(RetrievalModel[] models, RetrievalMethod method, int[] order) =>
    [
        .. Enumerable.Range(1, order.Length).Select(count =>
        {
            MatchedCrystal[][] bySeed = [.. models.Select(m => m.Tested(method, order[..count]))];
            double[] bits = [.. bySeed.Select(seed => seed.Average(c => c.Bits))];
            double[] ranks = [.. bySeed.SelectMany(seed => seed.Select(c => c.Rank)).Order()];
            return new RetrievalPoint(
                count, models[0].Seed.Properties[order[count - 1]], bits.Average(), Reach(bits, models),
                (ranks[(ranks.Length - 1) / 2] + ranks[ranks.Length / 2]) / 2,
                bySeed.Average(seed => seed.Count(c => c.Rank < 1.5) / (double)seed.Length),
                bySeed.Average(seed => seed.Count(c => c.Rank <= 0.1 * seed.Length) / (double)seed.Length));
        }),
    ];

    // Seeds share materials, so that their mean is no surer than that (Nadeau and Bengio, 2003).
    private static double? Reach(double[] bits, RetrievalModel[] models)
    {
        if (bits.Length < 2) return null;
        var mean = bits.Average();
        var variance = bits.Sum(b => (b - mean) * (b - mean)) / (bits.Length - 1);
        var share = models.Average(m => (double)m.Seed.Test.Count / m.Seed.Trained);
        return StudentT.Quantile975(bits.Length - 1) * Math.Sqrt(variance * (1.0 / bits.Length + share));
    }
}
