using Shouldly;
using Tomography.Analysis;
using Tomography.Datasets;
using Xunit;
using Xunit.Abstractions;

namespace Tomography.Evidence.Tests;

/// <summary>
/// Searches for sufficient sets where they are planted, five seeds each. <c>TOMOGRAPHY_EVIDENCE</c> is the number of draws;
/// docs/sufficient.md has the table of 500.
/// </summary>
public class SufficientSetsAreFound(ITestOutputHelper output)
{
    private static readonly int s_draws = Evidence.Draws(otherwise: 40);

    [Theory]
    [InlineData(0.02, 0.005, 0.025)]
    [InlineData(0.04, 0.005, 0.025)]
    // What a property tells may lie just beyond what was asked for: then the wrong set is easily chosen, and must not be declared.
    [InlineData(0.02, 0.1, 0.15)]
    [InlineData(0.04, 0.1, 0.15)]
    public void Planted_sets_are_found_and_what_is_declared_sufficient_is_so(double scatter, double least, double most)
    {
        var draws = Enumerable.Range(0, s_draws).AsParallel().AsOrdered().Select(draw =>
        {
            var planted = new PlantedSets(draw, scatter, least, most);
            var (search, verdicts) = planted.Found();
            return (Planted: planted, Search: search, Verdicts: verdicts, planted.Minimal);
        }).ToArray();
        var all = draws.Count(d => d.Minimal.All(d.Search.Found.Contains));
        var one = draws.Count(d => d.Search.Found.Any(d.Minimal.Contains));
        var shown = draws.Count(d => d.Minimal.Any(s => d.Search.Found.Contains(s) && IsDeclared(d.Verdicts, s)));
        var declared = draws.SelectMany(d => d.Search.Found.Where(s => IsDeclared(d.Verdicts, s)).Select(s => d.Planted.Suffices(s)));
        var (declaredCount, trueCount) = (declared.Count(), declared.Count(isTrue => isTrue));
        var peers = draws[0].Search.Peers.Select(p => p.Name).ToArray();
        output.WriteLine(
            $"scatter {scatter}, weakest {least} to {most}: {s_draws} draws; all planted sets found {Percent(all)}, one of them "
                + $"{Percent(one)}, one shown sufficient {Percent(shown)}; declared {declaredCount}, of them truly sufficient "
                + $"{100.0 * trueCount / declaredCount:0.0} %; sets tried {draws.Average(d => d.Search.OwnSets):0.0}");
        foreach (var name in peers)
            output.WriteLine($"  {name}: a planted set {Percent(draws.Count(d => d.Search.Peers.Any(p =>
                p.Name == name && p.Set is { } set && d.Minimal.Contains(set))))}");
        var slack = Evidence.IsLong ? 0 : 0.1;
        if (most < 0.1) (all / (double)s_draws).ShouldBeGreaterThanOrEqualTo(0.8 - slack);
        (trueCount / (double)declaredCount).ShouldBeGreaterThanOrEqualTo(0.95 - slack / 2);
        shown.ShouldBeGreaterThan(s_draws / 4, "else the test of the sets has no power");

        static bool IsDeclared(IReadOnlyDictionary<PropertySet, SufficiencyVerdict> verdicts, PropertySet set) =>
            verdicts[set] == SufficiencyVerdict.Sufficient;

        string Percent(int count) => $"{100.0 * count / s_draws:0.0} %";
    }
}
