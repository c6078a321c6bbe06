using System.Collections.Immutable;
using MathNet.Numerics.Statistics;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// Sets a study beside a published table. The intervals of kappa are percentiles of a bootstrap that draws targets, whose cells stand or
/// fall together.
/// </summary>
public static class PublishedAnalyzer
{
    /// <summary>Draws of the bootstrap.</summary>
    private const int Draws = 2000;

    /// <summary>Fewer targets than these give no interval.</summary>
    private const int FewestTargets = 5;

    /// <summary>Compares them.</summary>
    /// <param name="analysis">The study.</param>
    /// <param name="table">The published table.</param>
    /// <param name="columns">Values of the study's properties; those that are missing are left out of the spreads.</param>
    public static PublishedComparison Of(StudyAnalysis analysis, PublishedTable table, ImmutableArray<PropertyColumn> columns)
    {
        ImmutableArray<PublishedCell> cells = [.. table.Rows.SelectMany(row => CellsOf(analysis, table, row))];
        var rules = Enum.GetValues<FindingRule>();
        var representations = cells.Select(c => c.Representation).Distinct().ToArray();
        var each = from rule in rules from representation in representations select Agreement(cells, rule, representation);
        var whole = representations.Length < 2 ? [] : rules.Select(rule => Agreement(cells, rule, null));
        return new(
            table, cells, [.. each.Concat(whole).OrderBy(a => a.Rule)], CountsOf(cells),
            [.. table.Spreads.SelectMany(s => Spread(s, columns))]);
    }

    private static IEnumerable<PublishedCell> CellsOf(StudyAnalysis analysis, PublishedTable table, PublishedRow row)
    {
        var importance = analysis.Importance.FirstOrDefault(t => t.Representation == row.Representation);
        if (importance is null) yield break;
        foreach (var feature in table.Features.Where(f => f != row.Target))
            if (importance.Find(feature, row.Target) is { PlannedSeeds: > 0 } cell)
                yield return new(
                    row.Representation, feature, row.Target, row.Significant.Contains(feature), cell,
                    analysis.Verdict(row.Representation, feature, row.Target));
    }

    private static PublishedAgreement Agreement(ImmutableArray<PublishedCell> all, FindingRule rule, Representation? representation)
    {
        PublishedCell[] cells = [.. all.Where(c => representation is null || c.Representation == representation)];
        var silent = cells.Where(c => c.Here(rule) is null).ToArray();
        var said = cells.Where(c => c.Here(rule) is not null).Select(c => (c.Target, Pair: (c.There, c.Here(rule)!.Value))).ToArray();
        var (low, high) = Interval([.. said.GroupBy(s => s.Target).Select(g => g.Select(s => s.Pair).ToArray())]);
        return new(
            representation, rule, AgreementCounts.Of(said.Select(s => s.Pair)), silent.Length, silent.Count(c => c.There))
        {
            KappaLow = low,
            KappaHigh = high,
        };
    }

    /// <summary>The interval of kappa.</summary>
    /// <param name="targets">Per target what the published table and the study say of its cells.</param>
    internal static (double? Low, double? High) Interval(ImmutableArray<(bool There, bool Here)[]> targets)
    {
        if (targets.Length < FewestTargets) return (null, null);
        AgreementCounts[] counts = [.. targets.Select(AgreementCounts.Of)];
        var random = new SplitMixRandom(0x9B15);
        var kappas = new List<double>(Draws);
        for (var draw = 0; draw < Draws; draw++)
        {
            var drawn = new AgreementCounts(0, 0, 0, 0);
            for (var i = 0; i < counts.Length; i++) drawn = drawn.With(counts[random.Below(counts.Length)]);
            if (drawn.Kappa is { } kappa) kappas.Add(kappa);
        }

        // Where hardly a draw has both answers, there is nothing to take percentiles of.
        return kappas.Count < Draws / 2 ? (null, null) : (kappas.Quantile(0.025), kappas.Quantile(0.975));
    }

    private static ImmutableArray<PublishedCount> CountsOf(ImmutableArray<PublishedCell> cells)
    {
        var pairs = (
            from composition in cells.Where(c => c.Representation == Representation.Composition)
            join structure in cells.Where(c => c.Representation == Representation.Structure)
                on (composition.Feature, composition.Target) equals (structure.Feature, structure.Target)
            select (composition, structure)).ToLookup(p => p.composition.Feature);
        return
        [
            .. pairs.Select(p => new PublishedCount(
                p.Key, p.Count(c => c.composition.There && !c.structure.There), Only(p, FindingRule.Pooled), Only(p, FindingRule.Verdict)))
                .OrderByDescending(c => c.There),
        ];

        static int Only(IEnumerable<(PublishedCell Composition, PublishedCell Structure)> pairs, FindingRule rule) =>
            pairs.Count(c => c.Composition.Here(rule) == true && c.Structure.Here(rule) == false);
    }

    private static IEnumerable<SpreadComparison> Spread(PublishedSpread there, ImmutableArray<PropertyColumn> columns)
    {
        var column = columns.FirstOrDefault(c => c.Property.Name == there.Property);
        if (column is not { Property.Kind: PropertyKind.Number }) yield break;
        double[] values = [.. column.Values.Where(v => !double.IsNaN(v))];
        if (values.Length > 0) yield return new(there, values.Mean(), values.PopulationStandardDeviation());
    }
}
