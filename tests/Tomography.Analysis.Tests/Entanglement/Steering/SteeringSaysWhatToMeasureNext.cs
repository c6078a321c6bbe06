using System.Collections.Immutable;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;
using static Tomography.Analysis.Tests.SmallStudy;

namespace Tomography.Analysis.Tests;

public class SteeringSaysWhatToMeasureNext
{
    private static readonly int[] Seeds = [123, 456];

    // Verdicts stated by hand: volume with density and with band-gap are undecided, the first by the larger effect; the others are decided.
    private static readonly HandmadeVerdict s_density = Undecided(Density, -0.3), s_bandGap = Undecided(BandGap, -0.2);

    private static readonly EdgeVerdict[] s_verdicts =
    [
        s_bandGap.Verdict, s_density.Verdict, Decided(Volume, VerdictKind.Informs), Decided(BandGap, VerdictKind.Nothing),
    ];

    private static StudyResults Results { get; } = Study([S], [Volume, Density], [Volume, Density, BandGap], Seeds,
        Errors(S, Volume, null, Seeds, 1, 1), Errors(S, Density, null, Seeds, 1, 1),
        Errors(S, Volume, Density, Seeds, 0.5, 0.9), Errors(S, Volume, BandGap, Seeds, 0.9, 1.02),
        Errors(S, Density, Volume, Seeds, 0.6, 0.6), Errors(S, Density, BandGap, Seeds, 1, 1),
        Errors(S, Volume, Volume, Seeds, 0, 0), Errors(S, Density, Density, Seeds, 0, 0));

    // Seed 9 is asked for besides, for volume with density.
    private static StudyResults Further { get; } = Results.With(Model(S, Volume, null, 9), Model(S, Volume, Density, 9));

    [Fact]
    public void Undecided_edges_get_new_seeds_the_most_relevant_first_and_settled_ones_are_left_out()
    {
        var plan = Plan(Results, 100);

        plan.Proposals.Select(proposal => (proposal.Target, proposal.Feature)).ShouldBe([(Volume, Density), (Volume, BandGap)]);
        plan.Proposals[0].Seeds.ShouldBe([457, 458]);
        plan.Proposals[0].BaselineSeeds.ShouldBe([457, 458]);
        plan.Proposals[0].Reason.ShouldStartWith("-30.0 % (");
        plan.Proposals[1].Seeds.ShouldBe([457, 458]);
        plan.Proposals[1].BaselineSeeds.ShouldBeEmpty("the first proposal brings the baselines");
        (plan.Jobs, plan.Settled, plan.Undecided, plan.Waiting, plan.IsConverged).ShouldBe((6, 2, 2, 0, false));
        plan.Models.Distinct().Count().ShouldBe(6);
    }

    [Theory]
    [InlineData(0, 0, 2)]
    [InlineData(1, 0, 2)]
    [InlineData(2, 1, 1)]
    [InlineData(3, 2, 0)]
    [InlineData(5, 2, 0)]
    public void The_budget_counts_baselines_and_is_never_exceeded(int budget, int proposed, int deferred)
    {
        var plan = Plan(Results, budget);

        plan.Jobs.ShouldBeLessThanOrEqualTo(budget);
        (plan.Proposals.Length, plan.Deferred.Length).ShouldBe((proposed, deferred));
        plan.Deferred.ShouldAllBe(edge => edge.Seeds.IsEmpty && edge.Reason.Length > 0);
    }

    [Fact]
    public void The_same_study_gives_the_same_plan() =>
        Plan(Results, 5).Models.ShouldBe(Plan(Results, 5).Models);

    [Fact]
    public void A_new_seed_brings_the_control_of_the_edges_own_width_once_for_all_edges_of_a_target()
    {
        var noise = HandmadeVerdict.Control;
        var results = Study([S], [Volume], [Density, BandGap, noise], Seeds,
            from row in new PropertySet?[] { null, Density, BandGap, noise } from score in Errors(S, Volume, row, Seeds, 1, 1) select score)
            with
        {
            Controls = [noise],
        };
        EdgeVerdict[] verdicts = [.. new[] { s_density, s_bandGap }.Select(edge => (edge with { AgainstControl = edge.Change }).Verdict)];

        var plan = SteeringPlanner.Plan(results, verdicts, 8);

        plan.Proposals[0].ControlSeeds.ShouldBe(plan.Proposals[0].Seeds);
        plan.Proposals[0].Models.ShouldContain(Model(S, Volume, noise, plan.Proposals[0].Seeds[0]));
        plan.Proposals[1].ControlSeeds.ShouldBeEmpty("the first proposal brings it");
        (plan.Proposals[0].Seeds.Length, plan.Proposals[1].Seeds.Length, plan.Jobs).ShouldBe((2, 2, 8));
        plan.Models.ShouldBeUnique();

        SteeringPlanner.Plan(results.With(Model(S, Volume, noise, 123) with { Seed = 900 }, Model(S, Volume, null, 900)) with
        {
            FailedModels = [Model(S, Volume, noise, 900)],
        }, verdicts, 8).Models.ShouldAllBe(model => model.Seed != 900, "its control failed");
    }

    [Fact]
    public void Sets_of_features_are_edges_too()
    {
        var both = Set(Density, BandGap);
        var results = Study([S], [Volume], [both], Seeds, Errors(S, Volume, null, Seeds, 1, 1), Errors(S, Volume, both, Seeds, 0.7, 0.7));

        Plan(results, 100, [(s_density with { Feature = both }).Verdict]).Proposals.Single().Models
            .ShouldContain(Model(S, Volume, both, 457));
    }

    [Fact]
    public void What_seeds_do_not_settle_is_told_and_not_planned()
    {
        var plan = Plan(Results, 100, [s_density.Verdict, (s_bandGap with { Reason = VerdictReason.NotConverged }).Verdict]);

        plan.Proposals.Single().Feature.ShouldBe((PropertySet)Density);
        var advice = plan.Advice.ShouldHaveSingleItem();
        (advice.Feature, advice.Target, advice.Remedy, advice.Amount).ShouldBe(((PropertySet)BandGap, Volume, Remedy.Epochs, 750));
        plan.Undecided.ShouldBe(2);
    }

    [Fact]
    public void A_study_whose_open_edges_all_ask_for_something_else_has_no_seeds_left_to_add()
    {
        var plan = Plan(Results, 100, [(s_bandGap with { Reason = VerdictReason.Data, Kind = VerdictKind.Untrusted }).Verdict]);

        (plan.IsConverged, plan.Undecided, plan.Jobs).ShouldBe((true, 1, 0));
    }

    [Fact]
    public void Seeds_and_baselines_that_another_edge_already_has_are_used_first()
    {
        var results = Further with
        {
            Scores = [.. Results.Scores, .. Errors(S, Volume, null, [9], 1), .. Errors(S, Volume, Density, [9], 0.7)],
        };

        var proposal = Plan(results, 100).Proposals.Single(proposal => proposal.Feature == BandGap);

        proposal.Seeds.ShouldBe([9, 457]);
        proposal.BaselineSeeds.ShouldBeEmpty("seed 9 has one, and the edge of density asks for 457 first");
    }

    [Fact]
    public void Edges_whose_planned_models_are_not_there_wait_for_them()
    {
        var plan = Plan(Further, 100);

        plan.Waiting.ShouldBe(1);
        plan.Proposals.ShouldNotContain(proposal => proposal.Feature == Density);
    }

    [Fact]
    public void A_coupling_whose_baselines_have_no_error_left_is_settled_and_waits_for_nothing()
    {
        var results = Results with
        {
            Scores =
            [
                .. Results.Scores.Select(score => score.Target == Volume && score.Model.IsBaseline ? score with { TestMae = 0 } : score),
            ],
        };

        var plan = Plan(results, 100);

        (plan.Waiting, plan.Undecided, plan.IsConverged).ShouldBe((0, 0, true));
        plan.Settled.ShouldBe(4);
    }

    [Fact]
    public void An_edge_does_not_wait_for_a_model_that_failed_and_gets_other_seeds()
    {
        var results = Further with
        {
            FailedModels = [Model(S, Volume, Density, 9)],
            Scores = Results.Scores.AddRange(Errors(S, Volume, null, [9], 1)),
        };

        var plan = Plan(results, 100);

        (plan.Waiting, plan.Failed).ShouldBe((0, 0));
        plan.Proposals.Single(proposal => proposal.Feature == Density).Seeds.ShouldBe([457, 458]);
    }

    [Fact]
    public void A_baseline_that_failed_fails_the_edges_of_its_target_and_seed()
    {
        var results = Further with
        {
            FailedModels = [Model(S, Volume, null, 9)],
        };

        var plan = Plan(results, 100);

        plan.Waiting.ShouldBe(0, "the augmented model alone would measure nothing");
        plan.Proposals.Select(proposal => proposal.Feature).ShouldBe([Density, BandGap]);
        plan.Proposals.ShouldAllBe(proposal => !proposal.Seeds.Contains(9));
    }

    [Fact]
    public void An_edge_without_any_model_that_did_not_fail_is_counted_as_failed()
    {
        var results = Results with
        {
            Scores =
            [
                .. Results.Scores.Where(score =>
                    score.Model.Features != BandGap && !(score.Target == Volume && score.Model.Features == Density)),
            ],
            // density with band-gap still waits for seed 456.
            FailedModels =
            [
                Model(S, Volume, Density, 123), Model(S, Volume, Density, 456),
                Model(S, Volume, BandGap, 123), Model(S, Volume, BandGap, 456),
                Model(S, Density, BandGap, 123),
            ],
        };

        var plan = Plan(results, 100);
        (plan.Failed, plan.Waiting, plan.Settled, plan.Undecided, plan.IsConverged).ShouldBe((2, 1, 1, 0, false));

        Plan(results with { FailedModels = results.FailedModels.Add(Model(S, Density, BandGap, 456)) }, 100).IsConverged.ShouldBeTrue();
    }

    [Fact]
    public void A_loop_in_which_every_further_model_fails_ends()
    {
        var (results, rounds) = (Results, 0);
        SteeringPlan plan;
        while (!(plan = Plan(results, 100)).IsConverged)
        {
            (++rounds).ShouldBeLessThan(20);
            results = results.With(plan.Models) with
            {
                FailedModels = [.. results.FailedModels, .. plan.Models.Where(model => !model.IsBaseline)],
                Scores = [.. results.Scores, .. plan.Models.Where(model => model.IsBaseline).Select(model => Score(model, 1))],
            };
        }

        results.Models.Count(model => model.Targets == Volume && model.Features == Density)
            .ShouldBe(10, "with its two seeds it has had the most, ten");
        (plan.Settled, plan.Advice.Length).ShouldBe((2, 2), "more materials could decide the two");
    }

    [Fact]
    public void A_failed_model_that_was_not_asked_for_is_refused() =>
        Should.Throw<ArgumentException>(() => StudyAnalyzer.Analyze(Results with { FailedModels = [Model(S, Volume, Density, 9)] }))
            .Message.ShouldContain("failed model structure volume + density, seed 9 is not part of the study");

    [Fact]
    public void Past_the_largest_seed_the_smallest_unused_are_taken()
    {
        int[] seeds = [int.MaxValue, 1];
        var results = Study(
            [S],
            [Volume],
            [Density],
            seeds,
            Errors(S, Volume, null, seeds, 1, 1),
            Errors(S, Volume, Density, seeds, 0.5, 0.9));

        Plan(results, 100).Proposals.Single().Seeds.ShouldBe([2, 3]);
    }

    [Fact]
    public void A_negative_budget_is_refused() =>
        Should.Throw<ArgumentException>(() => Plan(Results, -1)).Message.ShouldContain("budget is -1");

    private static SteeringPlan Plan(StudyResults results, int budget, EdgeVerdict[]? verdicts = null) =>
        SteeringPlanner.Plan(results, verdicts ?? s_verdicts, budget, new() { SeedsPerPlan = 2 });

    // Two seeds say it nearly; training parts have little in common, so that more seeds help.
    private static HandmadeVerdict Undecided(PropertySet feature, double change) =>
        new(feature, Volume, change) { Seeds = 2, Training = 0.02, TestToTrain = 0.01 };

    private static EdgeVerdict Decided(PropertySet feature, VerdictKind kind) =>
        new HandmadeVerdict(feature, Density, -0.4) { Kind = kind }.Verdict;
}
