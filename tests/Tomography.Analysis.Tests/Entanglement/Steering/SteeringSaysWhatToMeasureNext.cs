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

    // volume with density: large and undecided. volume with band-gap: small and undecided. density with volume: decided.
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
        plan.Proposals[0].Reason.ShouldStartWith("it may help or harm");
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
        plan.Settled.ShouldBe(4);
    }

    [Fact]
    public void A_failed_model_that_was_not_asked_for_is_refused() =>
        Should.Throw<ArgumentException>(() => Plan(Results with { FailedModels = [Model(S, Volume, Density, 9)] }, 100))
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

    // The truth: density helps volume by 20 %, band-gap does nothing, volume harms band-gap by 10 %; noise of 5 % per seed. The loop of
    // planning and measuring must end, and end at the truth.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_loop_of_planning_and_measuring_converges_on_the_truth(int number)
    {
        var random = new Random(number);
        var scores = ImmutableArray.CreateBuilder<ModelScore>();
        var results = Study([S], [Volume, BandGap], [Volume, Density, BandGap], [1, 2]);
        foreach (var model in StudyAnalyzer.Analyze(results).MissingModels) scores.Add(Measured(model));

        var rounds = 0;
        SteeringPlan plan;
        while (!(plan = Plan(results with { Scores = scores.ToImmutable() }, 6)).IsConverged)
        {
            (++rounds).ShouldBeLessThan(40);
            plan.Proposals.ShouldNotBeEmpty();
            foreach (var model in plan.Models) scores.Add(Measured(model));
            results = results.With(plan.Models);
        }

        var lattice = Lattices(results with { Scores = scores.ToImmutable() }).Single();
        // Means of up to ten seeds with 5 % noise: four standard errors.
        lattice.Find(Density, Volume)!.Change.ShouldBe(-0.2, 0.1);
        lattice.Find(Volume, BandGap)!.Change.ShouldBe(0.1, 0.1);
        lattice.Find(BandGap, Volume)!.Change.ShouldBe(0, 0.07);
        lattice.Find(Density, BandGap)!.Seeds.Length.ShouldBeLessThanOrEqualTo(10);

        ModelScore Measured(ModelSpec model)
        {
            var effect = (model.Features.ToString(), model.Targets.ToString()) switch
            {
                ("density", "volume") => -0.2,
                ("volume", "band-gap") => 0.1,
                _ => 0,
            };
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            return Score(model, model.IsBaseline ? 1 : 1 + effect + 0.05 * normal);
        }
    }

    private static SteeringPlan Plan(StudyResults results, int budget) => SteeringPlanner.Plan(results, [.. Lattices(results)], budget);

    private static IEnumerable<EntanglementLattice> Lattices(StudyResults results) =>
        StudyAnalyzer.Analyze(results).Entanglement.Representations.Select(analysis => analysis.Lattice);
}
