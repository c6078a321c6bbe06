using System.Collections.Immutable;
using Shouldly;
using Tomography.Analysis;
using Tomography.Datasets;
using Xunit;
using Xunit.Abstractions;

namespace Tomography.Evidence.Tests;

/// <summary>
/// Studies of trained models on phantoms, each with formulas of its own. The effect that is expected of a new dataset is the mean over all
/// of them. <c>TOMOGRAPHY_EVIDENCE</c> is four times the number of draws of each kind.
/// </summary>
public class TrainedVerdictsAreHonest(ITestOutputHelper output)
{
    private static readonly PropertyName s_random = new("random-1"), s_system = new("spacegroup-crystal-system"), s_gap = new("band-gap");

    private static readonly ImmutableArray<TrainedCell> s_cells = Evidence.IsLong
        ?
        [
            new("composition", 400, 3, false), new("composition", 1200, 5, true), new("structure", 400, 5, true),
            new("structure", 800, 3, false),
            new("composition", 600, 5, true) { Formulas = 200 },
            new("composition", 800, 5, false) { Formulas = 40, FormulaTypes = "AX2, A2X3, ABX2" },
            new("structure", 500, 5, true) { Formulas = 40, FormulaTypes = "AX2, A2X3, ABX2" },
            // What formulas teach was gauged by the studies above; these were trained after that, as a test of it.
            new("composition", 700, 5, true) { Formulas = 50 },
            new("structure", 600, 5, true) { Formulas = 60 },
        ]
        : [new("composition", 400, 3, false)];

    // By their names, so that one kind can be asked for alone.
    public static TheoryData<string> Kinds => [.. s_cells.Select(cell => cell.ToString())];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Intervals_hold_the_truth_and_claims_are_true(string kind)
    {
        var cell = s_cells.Single(c => c.ToString() == kind);
        using var studies = new TrainedStudies();
        var draws = Evidence.IsLong ? Evidence.Draws(0) / 4 : 4;
        var all = studies.Of(Enumerable.Range(0, draws).Select(cell.Experiment), study => study.Verdicts);
        var truth = all.SelectMany(v => v).Where(v => v.Effect is not null).GroupBy(Edge)
            .ToDictionary(g => g.Key, g => g.Key.Feature == s_random ? 0 : g.Average(v => v.Effect!.Change));
        var tally = new EdgeTally();
        foreach (var verdicts in all) tally.Add(verdicts.Select(v => (truth[Edge(v)], v)));
        output.WriteLine(
            $"| {cell} | {draws} | {EdgeTally.Percent(tally.Coverage(0, 0))} | {EdgeTally.Percent(tally.Coverage(-1, 1))} | "
                + $"{EdgeTally.Percent(tally.CoverageOfEffects(0.05))} | "
                + $"{EdgeTally.Percent(tally.CoverageOfTrustedEffects(0.05))} | "
                + $"{EdgeTally.Percent(tally.MedianReach)} | {EdgeTally.Percent(tally.FalseDiscoveries)} | "
                + $"{EdgeTally.Percent(tally.Found(-1, -0.2))} |");
        foreach (var (edge, change) in truth)
        {
            var own = all.SelectMany(v => v).Where(v => Edge(v) == edge).ToArray();
            var held = own.Count(v => Holds(v, change));
            var trusted = own.Where(v => v.Kind != VerdictKind.Untrusted).ToArray();
            output.WriteLine(
                $"  {edge.Feature} -> {edge.Target}: {EdgeTally.Percent(change)} %, held by {held} of {own.Length}, of those trusted by "
                    + $"{trusted.Count(v => Holds(v, change))} of {trusted.Length}, "
                    + $"formulas teach {Taught([.. own.Select(v => v.Effect!)]):0.0} of what is taken for it; "
                    + string.Join(", ", own.GroupBy(v => v.Kind).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key}")));
        }

        if (Evidence.IsLong)
        {
            tally.Coverage(-1, 1).ShouldBeGreaterThan(0.92);
            // 50 draws of few edges scatter by three percent and more, and those of them that are trusted by more.
            tally.CoverageOfEffects(0.05).ShouldBeGreaterThan(0.93 - 0.05);
            tally.CoverageOfTrustedEffects(0.05).ShouldBeGreaterThan(0.93 - 0.08);
            tally.FalseDiscoveries.ShouldBeLessThan(0.05);
            return;
        }

        // The prototypes of one formula differ in band gap, and the crystal system tells them apart.
        var told = all.Select(v => v.Single(e => Edge(e) == (s_system, s_gap)));
        told.Count(v => v.Kind == VerdictKind.Informs).ShouldBeGreaterThanOrEqualTo(3);
        all.SelectMany(v => v).Where(v => v.Feature == s_random).ShouldAllBe(v => !v.IsClaim);
    }

    private static bool Holds(EdgeVerdict verdict, double change) => verdict.Effect!.Low <= change && change <= verdict.Effect.High;

    // By how much effects differ from dataset to dataset beyond what tests and training bring, over what intervals have for formulas.
    private static double Taught(IReadOnlyList<Effect> effects)
    {
        var mean = effects.Average(e => e.Change);
        var between = effects.Sum(e => (e.Change - mean) * (e.Change - mean)) / (effects.Count - 1);
        var seen = effects.Average(e => e.StandardError * e.StandardError);
        return (between - seen) / (effects.Average(e => e.FullError * e.FullError) - seen);
    }

    private static (PropertySet Feature, PropertyName Target) Edge(EdgeVerdict verdict) => (verdict.Feature, verdict.Target);
}
