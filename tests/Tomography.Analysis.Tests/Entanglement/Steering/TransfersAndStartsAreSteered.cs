using System.Collections.Immutable;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Analysis.Tests;

/// <summary>What is learnt along and starts ask for more seeds by the rule of features.</summary>
public class TransfersAndStartsAreSteered
{
    private static readonly PropertyName s_a = new("a"), s_b = new("b");

    // By two seeds nothing is said of any edge, so that each asks for a third.
    private static readonly SimulatedTogether s_pairs = new()
    {
        Seeds = 2, Targets = ["a", "b", "c"], Change = (partners, target) => target == "a" && partners == s_b ? -0.08 : 0,
    };

    [Fact]
    public void Open_transfers_get_seeds_with_the_joint_model_its_noise_and_the_model_alone()
    {
        var (plan, results) = Plan(s_pairs, budget: 100);

        plan.Proposals.ShouldNotBeEmpty();
        plan.Proposals.ShouldAllBe(p => p.Lattice == LatticeKind.Transfers && p.Reason.Contains("seeds"));
        var first = plan.Proposals[0];
        var (pair, seed) = (first.Feature.Union(first.Target), first.Seeds[0]);
        seed.ShouldBe(3, "the first that the study has not");
        first.Models.Where(m => m.Seed == seed).Select(m => m.Targets).ShouldBe(
            [first.Target, new PropertySet(new PropertyName("noise-task-1")).Union(first.Target), pair], "what others need first");
        plan.Models.ShouldBeUnique();
        plan.Models.ShouldAllBe(m => !results.Joint!.Runs.Any(run => run.Models.All.Contains(m)));
    }

    [Fact]
    public void Both_edges_of_a_pair_share_the_joint_models()
    {
        var (both, _) = Plan(s_pairs, budget: 1000);
        var pair = new PropertySet([s_a, s_b]);
        var ofPair = both.Proposals.Where(p => p.Feature.Union(p.Target) == pair).ToArray();

        ofPair.Length.ShouldBe(2, "else there is nothing to share");
        ofPair[0].Models.Count(m => m.Targets == pair).ShouldBe(ofPair[0].Seeds.Length);
        ofPair[1].Models.ShouldNotContain(m => m.Targets == pair, "the first brings them");
        both.Jobs.ShouldBe(3 + 3 + 3, "alone, beside noise, in pairs; by one seed");
    }

    [Fact]
    public void The_budget_is_one_for_all_and_never_exceeded()
    {
        var (all, _) = Plan(s_pairs, budget: 1000);
        foreach (var budget in new[] { 0, 1, 2, 3, 7, 20 })
        {
            var (plan, _) = Plan(s_pairs, budget);
            plan.Jobs.ShouldBeLessThanOrEqualTo(budget);
            plan.Undecided.ShouldBe(all.Undecided);
        }
    }

    [Fact]
    public void An_edge_waits_for_its_control_and_not_for_what_failed()
    {
        var (results, options) = s_pairs.Make();
        var run = results.Joint!.Runs.First(r => r.Target == s_a && r.Partners == s_b);
        var lacks = results with
        {
            Joint = results.Joint with { Runs = results.Joint.Runs.Replace(run, run with { Control = null }) },
        };
        Planned(lacks, options, 100).Waiting.ShouldBe(1);

        var failed = lacks with { Joint = lacks.Joint! with { Failed = [run.Models.Control!] } };
        Planned(failed, options, 100).Waiting.ShouldBe(0);
        // Where all joint models of a pair failed, nothing is left to measure of either edge.
        ImmutableArray<JointRun> none =
        [
            .. results.Joint.Runs.Select(r => r.Together == new PropertySet([s_a, s_b]) ? r with { Joint = null } : r),
        ];
        var lost = results with
        {
            Joint = results.Joint with
            {
                Runs = none,
                Failed = [.. none.Where(r => r.Joint is null).Select(r => r.Models.Model).Distinct()],
            },
        };
        (Planned(lost, options, 100).Failed, Planned(lost, options, 100).Waiting).ShouldBe((2, 0));
    }

    [Fact]
    public void Seeds_at_which_a_needed_model_failed_are_not_taken()
    {
        var (results, options) = s_pairs.Make();
        var edge = Planned(results, options, 100).Proposals[0];
        var noise = edge.Takes.Control! with { Seed = edge.Seeds[0] };

        Planned(results with { Joint = results.Joint! with { Failed = [noise] } }, options, 100).Proposals
            .Single(p => p.Feature == edge.Feature && p.Target == edge.Target).Seeds.ShouldNotContain(edge.Seeds[0]);
    }

    [Fact]
    public void Further_seeds_count_as_looks_by_their_rounds()
    {
        var (results, options) = (s_pairs with { Seeds = 6 }).Make();
        var joint = results.Joint!;
        var steered = results with
        {
            Seeds = [1, 2, 3],
            Joint = joint with
            {
                Runs =
                [
                    .. joint.Runs.Where(r => r.Seed <= 3 || r is { Target.Value: "a", Partners: var p } && p == s_b)
                        .Select(r => r.Seed <= 3 ? r : r with { Round = r.Seed == 4 ? 1 : 2 }),
                ],
            },
        };
        var verdicts = StudyAnalyzer.AllVerdicts(steered, options).Transfers;
        var asked = verdicts.Single(v => v.Target == s_a && v.Feature == s_b);

        (asked.Looks, asked.SeedsMeasured).ShouldBe((3, 6));
        verdicts.Where(v => v != asked).ShouldAllBe(v => v.Looks == 1 && v.SeedsMeasured == 3);
        // Two rounds make a claim nine times dearer than the same numbers at first sight.
        var free = steered with
        {
            Joint = steered.Joint! with { Runs = [.. steered.Joint.Runs.Select(r => r with { Round = null })] },
        };
        var before = StudyAnalyzer.AllVerdicts(free, options).Transfers.Single(v => v.Target == s_a && v.Feature == s_b);
        asked.Q!.Value.ShouldBeGreaterThan(before.Q!.Value);
        asked.Effect.ShouldBe(before.Effect);
    }

    [Fact]
    public void Starts_ask_for_their_sources_too_and_each_number_of_labels_for_itself()
    {
        var (study, options) = SimulatedStarts.Make(0, 0, (source, _) => source == "a" ? -0.13 : 0);
        var results = study with
        {
            Seeds = [1, 2],
            Sequence = study.Sequence! with { Runs = [.. study.Sequence.Runs.Where(run => run.Seed <= 2)] },
        };
        var plan = Planned(results, options, 100);

        plan.Proposals.Select(p => p.Lattice).Distinct()
            .ShouldBe(new int?[] { 50, 200, null }.Select(l => new LatticeKind(EdgeKind.Start, l)), ignoreOrder: true);
        // Three sources and noise; per number of labels alone, from noise, and from each source.
        plan.Jobs.ShouldBe(4 + 3 * 5);
        var alone = Planned(results, options, 5);
        alone.Jobs.ShouldBe(5, "the first edge takes five models");
        var start = alone.Proposals.ShouldHaveSingleItem();
        var labels = start.Lattice.Labels;
        start.Models.Select(m => (m.Targets.ToString(), m.Labels, m.Start?.ToString(), m.Seed)).ShouldBe(
        [
            (start.Feature.ToString(), null, null, 3), ("noise-task-1", null, null, 3), ("t", labels, null, 3),
            ("t", labels, "noise-task-1", 3), ("t", labels, start.Feature.ToString(), 3),
        ]);
        plan.Models.ShouldBeUnique("sources and models alone serve several edges");
    }

    private static (SteeringPlan Plan, StudyResults Results) Plan(SimulatedTogether study, int budget)
    {
        var (results, options) = study.Make();
        return (Planned(results, options, budget), results);
    }

    private static SteeringPlan Planned(StudyResults results, AnalysisOptions options, int budget) =>
        SteeringPlanner.Plan(results, StudyAnalyzer.AllVerdicts(results, options), budget);
}
