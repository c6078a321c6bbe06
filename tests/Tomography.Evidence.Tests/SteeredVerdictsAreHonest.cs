using Shouldly;
using Tomography.Analysis;
using Tomography.Datasets;
using Xunit;
using Xunit.Abstractions;

namespace Tomography.Evidence.Tests;

/// <summary>
/// Whole studies that are steered for three rounds, as -t:Steer plans them: each round adds seeds to the edges that they should decide,
/// with their controls. <c>TOMOGRAPHY_EVIDENCE</c> is the number of draws; docs/evidence.md has the table of 200.
/// </summary>
public class SteeredVerdictsAreHonest(ITestOutputHelper output)
{
    private const int Rounds = 3;

    private static readonly int s_draws = Evidence.Draws(otherwise: 12);

    [Theory]
    [InlineData(1000, 3, true)]
    [InlineData(1000, 3, false)]
    [InlineData(3000, 3, true)]
    public void Claims_are_true_after_three_rounds(int materials, int seeds, bool hasControl)
    {
        var (first, last) = (new EdgeTally(), new EdgeTally());
        var (undecided, asked, decided) = (0, 0, 0);
        var design = new SurrogateDesign(materials, seeds) { HasControl = hasControl };
        foreach (var loop in Enumerable.Range(0, s_draws).AsParallel().AsOrdered().Select(draw => Steered(new(design, 5000 + draw))))
        {
            first.Add(loop.Before.Select(v => (loop.Study.TruthOf(v.Feature), v)));
            last.Add(loop.After.Select(v => (loop.Study.TruthOf(v.Feature), v)));
            var open = loop.Before.Zip(loop.After).Where(pair => pair.First.Kind == VerdictKind.Undecided).ToArray();
            undecided += open.Length;
            asked += open.Count(pair => pair.Second.Looks > 1);
            decided += open.Count(pair => pair.Second.Looks > 1 && pair.Second.Kind != VerdictKind.Undecided);
        }

        output.WriteLine(
            $"| {materials} | {seeds}{(hasControl ? "" : ", no control")} | {EdgeTally.Percent(first.FalseDiscoveries)} | "
                + $"{EdgeTally.Percent(last.FalseDiscoveries)} | {EdgeTally.Percent(last.Coverage(-1, 0))} | "
                + $"{EdgeTally.Percent(first.Found(-0.4, -0.2))} | {EdgeTally.Percent(last.Found(-0.4, -0.2))} | "
                + $"{undecided} | {asked} | {decided} |");
        // Few draws scatter.
        last.FalseDiscoveries.ShouldBeLessThan(0.05 + (Evidence.IsLong ? 0 : 0.04));
        last.Coverage(-1, 0).ShouldBeGreaterThan(0.93 - (Evidence.IsLong ? 0 : 0.04));
        last.Found(-0.4, -0.2).ShouldBeGreaterThan(first.Found(-0.4, -0.2) - 0.01);
        asked.ShouldBeGreaterThan(0, "else nothing is steered, and nothing is tested");
        if (Evidence.IsLong) decided.ShouldBeGreaterThan(asked / 3);
    }

    private static (SurrogateStudy Study, IReadOnlyList<EdgeVerdict> Before, IReadOnlyList<EdgeVerdict> After) Steered(SurrogateStudy study)
    {
        var rounds = new Dictionary<ModelSpec, int>();
        var before = study.Verdicts();
        var after = before;
        for (var round = 1; round <= Rounds; round++)
        {
            var seen = after;
            var plan = study.Analyzed(rounds, (results, _, _) => SteeringPlanner.Plan(results, seen, budget: 10_000));
            foreach (var model in plan.Models) rounds.Add(model, round);
            after = study.Verdicts(rounds);
        }

        return (study, before, after);
    }
}
