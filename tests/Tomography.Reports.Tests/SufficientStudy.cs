using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports.Tests;

/// <summary>The small study with a made-up search: the size of the cell is told by one property, or by two together.</summary>
internal static class SufficientStudy
{
    private const int Materials = 300;

    private static readonly PropertyName s_target = new("energy"), s_sites = new("number-of-sites"), s_volume = new("volume"),
        s_density = new("density"), s_gap = new("band-gap");

    private static readonly SufficiencyQuestion s_question =
        new(s_target, [s_sites, s_volume, s_density, s_gap], 0.1, 3, [1, 2], [3, 4, 5]) { HasPeers = true };

    /// <summary>With a search that has ended.</summary>
    public static ReportInput Input { get; } = With(Found(ErrorOf));

    /// <summary>With a search that waits for models.</summary>
    public static ReportInput Waiting { get; } = With(Found(set => set.Count == 1 ? null : ErrorOf(set)));

    private static ReportInput With(SufficiencyAnalysis found) => SmallStudy.Input with
    {
        Analysis = SmallStudy.Input.Analysis with { Sufficiency = [found] },
    };

    private static double? ErrorOf(PropertySet set)
    {
        var isTold = set.Contains(s_sites) || (set.Contains(s_volume) && set.Contains(s_density));
        return (isTold ? 10 : set.Contains(s_volume) ? 14 : 20) * (1 + 0.01 * set.Count);
    }

    private static SufficiencyAnalysis Found(Func<PropertySet, double?> errorOf)
    {
        var random = new Random(7);
        double[] sites = [.. Enumerable.Range(0, Materials).Select(_ => 1.0 + random.Next(20))];
        double[] density = [.. sites.Select(_ => 2 + 4 * random.NextDouble())];
        var ranking = new PropertyRanking(
            s_target, s_question.From,
            [
                Column(s_target, sites.Select(n => -4 * n + random.NextDouble())), Column(s_sites, sites), Column(s_density, density),
                Column(s_volume, sites.Zip(density, (n, d) => 40 * n / d)), Column(s_gap, sites.Select(_ => random.NextDouble())),
            ]);
        var search = SufficiencySearch.Of(s_question, ranking, errorOf);
        return SufficiencyAnalyzer.Of(
            Representation.Structure, search, ranking, errorOf, (set, seed) => errorOf(set) is null ? null : Errors(set, seed),
            (_, _) => 0.5, [.. sites.Select((_, i) => $"F{i}")]);
    }

    private static TestErrors Errors(PropertySet set, int seed)
    {
        var (shared, own) = (new Random(seed), new Random(seed + 31 * set.ToString().Length));
        ImmutableArray<int> crystals = [.. Enumerable.Range(0, 60).Select(i => (i + 60 * seed) % Materials)];
        return new(crystals, [.. crystals.Select(_ => ErrorOf(set)!.Value * (shared.NextDouble() + 0.2 * own.NextDouble()))], 180);
    }

    private static PropertyColumn Column(PropertyName name, IEnumerable<double> values) =>
        new(new(name, "", PropertyKind.Number, [], [], ""), [.. values]);
}
