using System.Collections.Immutable;
using Shouldly;
using Tomography.Analysis;
using Tomography.Crystals;
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
        var design = new SurrogateDesign(materials, seeds) { HasControl = hasControl };
        Check($"{materials} | {seeds}{(hasControl ? "" : ", no control")}", design, Steered);
    }

    [Fact]
    public void Claims_on_what_is_learnt_along_are_true_after_three_rounds() =>
        Check("1000 | 3, learnt along", new(1000, 3), study => SteeredTogether(study, 0, Asked));

    /// <summary>
    /// The hardest case: learning anything along costs 5 %, so that the change against the model alone is real where there is no transfer,
    /// and every edge that is not claimed gets two seeds more in each round.
    /// </summary>
    [Fact]
    public void Claims_on_what_is_learnt_along_are_true_where_sharing_costs_and_every_edge_is_looked_at_again() => Check(
        "1000 | 3, learnt along, all asked", new(1000, 3), study => SteeredTogether(study, 0.05, All), hasSharing: true);

    private void Check(
        string name, SurrogateDesign design,
        Func<SurrogateStudy, (SurrogateStudy Study, IReadOnlyList<EdgeVerdict> Before, IReadOnlyList<EdgeVerdict> After)> steer,
        bool hasSharing = false)
    {
        var (first, last) = (new EdgeTally(), new EdgeTally());
        var (undecided, asked, decided) = (0, 0, 0);
        foreach (var loop in Enumerable.Range(0, s_draws).AsParallel().AsOrdered().Select(draw => steer(new(design, 5000 + draw))))
        {
            first.Add(loop.Before.Select(v => (loop.Study.TruthOf(v.Feature), v)));
            last.Add(loop.After.Select(v => (loop.Study.TruthOf(v.Feature), v)));
            var open = loop.Before.Zip(loop.After).Where(pair => pair.First.Kind == VerdictKind.Undecided).ToArray();
            undecided += open.Length;
            asked += open.Count(pair => pair.Second.Looks > 1);
            decided += open.Count(pair => pair.Second.Looks > 1 && pair.Second.Kind != VerdictKind.Undecided);
        }

        output.WriteLine(
            $"| {name} | {EdgeTally.Percent(first.FalseDiscoveries)} | "
                + $"{EdgeTally.Percent(last.FalseDiscoveries)} | {EdgeTally.Percent(last.Coverage(-1, 0))} | "
                + $"{EdgeTally.Percent(first.Found(-0.4, -0.2))} | {EdgeTally.Percent(last.Found(-0.4, -0.2))} | "
                + $"{undecided} | {asked} | {decided} |");
        // Few draws scatter.
        last.FalseDiscoveries.ShouldBeLessThan(0.05 + (Evidence.IsLong ? 0 : 0.04));
        // What sharing costs is no transfer, and stands in the change against the model alone.
        if (!hasSharing) last.Coverage(-1, 0).ShouldBeGreaterThan(0.93 - (Evidence.IsLong ? 0 : 0.04));
        last.Found(-0.4, -0.2).ShouldBeGreaterThan(first.Found(-0.4, -0.2) - 0.01);
        asked.ShouldBeGreaterThan(0, "else nothing is steered, and nothing is tested");
        if (Evidence.IsLong && !hasSharing) decided.ShouldBeGreaterThan(asked / 3);
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

    private static (SurrogateStudy Study, IReadOnlyList<EdgeVerdict> Before, IReadOnlyList<EdgeVerdict> After) SteeredTogether(
        SurrogateStudy study, double sharing,
        Func<StudyResults, ImmutableArray<EdgeVerdict>, IEnumerable<(EdgeKey Edge, IEnumerable<int> Seeds)>> ask)
    {
        var rounds = new Dictionary<(PropertyName, PropertyName, int), int>();
        var before = Verdicts();
        var after = before;
        for (var round = 1; round <= Rounds; round++)
        {
            foreach (var (edge, seeds) in ask(study.Transfers(rounds, sharing).Results, after).ToArray())
                foreach (var seed in seeds)
                    rounds.Add((edge.Partner, edge.Target, seed), round);
            after = Verdicts();
        }

        return (study, before, after);

        ImmutableArray<EdgeVerdict> Verdicts()
        {
            var (results, options) = study.Transfers(rounds, sharing);
            return StudyAnalyzer.Transfers(results, options);
        }
    }

    private static IEnumerable<(EdgeKey Edge, IEnumerable<int> Seeds)> Asked(StudyResults results, ImmutableArray<EdgeVerdict> seen) =>
        SteeringPlanner.Plan(results, new StudyVerdicts([]) { Transfers = seen }, budget: 10_000).Proposals
            .Select(p => (new EdgeKey(p.Feature[0], p.Target), p.Seeds.AsEnumerable()));

    private static IEnumerable<(EdgeKey Edge, IEnumerable<int> Seeds)> All(StudyResults results, ImmutableArray<EdgeVerdict> seen) =>
        seen.Where(v => !v.IsClaim).Select(v => (new EdgeKey(v.Feature[0], v.Target), Enumerable.Range(v.SeedsPlanned + 1, 2)));

    private sealed record EdgeKey(PropertyName Partner, PropertyName Target);
}
