using System.Collections.Immutable;
using Shouldly;
using Xunit;

namespace Tomography.Analysis.Tests;

/// <summary>What is said of policies whose runs are made by hand, and what policies choose where the right choice is known.</summary>
public class LoopsAreJudged
{
    private static readonly ImmutableArray<Goal> s_goals = [Pool.Most(Pool.Gap)];

    // The larger its place, the better a material is.
    private static readonly Laboratory s_laboratory = new(s_goals, [.. Enumerable.Range(0, 200).Select(i => new[] { (double)i })]);

    [Fact]
    public void The_first_materials_are_none_of_the_best_and_differ_from_repeat_to_repeat()
    {
        var settings = new LoopSettings(s_goals, LoopPolicy.All, Start: 20);
        var starts = Enumerable.Range(0, 5).Select(r => LoopAnalyzer.StartOf(settings, s_laboratory, r)).ToArray();
        starts.ShouldAllBe(s => s.Length == 20 && s.All(m => m < 190) && s.Distinct().Count() == 20);
        starts.Select(s => string.Join(' ', s)).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public void Random_choice_has_an_acceleration_and_an_enhancement_of_about_one()
    {
        var settings = new LoopSettings(s_goals, LoopPolicy.All, Start: 20, Batch: 180, Rounds: 1, Repeats: 60);
        var outcome = LoopAnalyzer.Of(settings, s_laboratory, Runs(settings, new RandomPolicy())).Outcomes.Single();

        outcome.AccelerationToOne.Low.ShouldBeLessThan(1);
        outcome.AccelerationToOne.High.ShouldBeGreaterThan(1);
        outcome.TopFound.Mean.ShouldBe(1);
        outcome.Unfinished.ShouldBe(0);
        outcome.Enhancement.Low.ShouldBeLessThanOrEqualTo(1);
        outcome.Enhancement.High.ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public void A_policy_that_knows_the_best_is_as_much_faster_as_random_choice_is_expected_to_take()
    {
        var settings = new LoopSettings(s_goals, LoopPolicy.All, Start: 20, Batch: 5, Rounds: 1, Repeats: 3);
        var analysis = LoopAnalyzer.Of(settings, s_laboratory, Runs(settings, new GreedyPolicy()));
        var outcome = analysis.Find("greedy")!;

        // Two of the 180 that are left are the best 1 %, and five are tried.
        outcome.AccelerationToOne.Mean.ShouldBe(LoopAnalyzer.ExpectedFirst(180, 2, 5), 1e-9);
        outcome.TopFound.Mean.ShouldBe(1);
        outcome.Reached[^1].Mean.ShouldBe(1);
        outcome.Enhancement.Mean.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void The_first_of_the_best_comes_by_random_choice_as_late_as_counting_says()
    {
        // Of three among ten the first comes at 11 / 4; where one is tried, at 1 with a chance of 0.3, else 2 counts.
        LoopAnalyzer.ExpectedFirst(10, 3, 10).ShouldBe(11 / 4.0, 1e-12);
        LoopAnalyzer.ExpectedFirst(10, 3, 1).ShouldBe(1.7, 1e-12);
    }

    [Theory]
    [InlineData("greedy")]
    [InlineData("ucb")]
    [InlineData("ei")]
    [InlineData("ehvi")]
    public void With_models_that_are_right_every_policy_that_looks_for_the_best_takes_it(string name)
    {
        var settings = new LoopSettings(s_goals, LoopPolicy.All, Start: 20, Batch: 3, Rounds: 1, Repeats: 2);
        var run = Runs(settings, LoopPolicy.All.Single(p => p.Name == name))[0];
        run.Order.ShouldBe([199, 198, 197], ignoreOrder: true);
    }

    [Fact]
    public void Where_models_differ_ucb_takes_what_greedy_leaves()
    {
        // The first is better on average, the second may be far better.
        var view = View([[5, 0.5], [5, 6.5]]);
        new GreedyPolicy().Choose(view).ShouldBe([0]);
        new ConfidencePolicy().Choose(view).ShouldBe([1]);
    }

    [Fact]
    public void Entanglement_guided_choice_takes_what_is_unsure_at_the_end_of_a_heavy_edge()
    {
        var view = View([[1, 5], [3, 5]], [[1, 1], [1, 9]]) with
        {
            FirstLattice = [new(Pool.Volume, Pool.Gap, [-0.5, -0.5]), new(Pool.Volume, Pool.Density, [0.2, 0.3])],
        };
        new EntangledPolicy().Choose(view).ShouldBe([0], "the edge into density has no weight");
        var heavy = view with { FirstLattice = [new(Pool.Volume, Pool.Gap, [-0.01, -0.01]), new(Pool.Gap, Pool.Density, [-0.9, -0.9])] };
        new EntangledPolicy().Choose(heavy).ShouldBe([1]);
    }

    [Fact]
    public void Damping_keeps_a_lattice_that_goes_to_and_fro_at_rest()
    {
        IReadOnlyList<double[]> weights = [[0.2, 0.4], [0.4, 0.2], [0.2, 0.4], [0.4, 0.2]];
        LoopLattices.Drift(weights)!.Value.ShouldBe(0.4 / 1.2, 1e-12);
        LoopLattices.Drift(LoopLattices.Damped(weights, 0.5))!.Value.ShouldBeLessThan(0.2);
        LoopLattices.Damped(weights, 1).ShouldBe(weights);
    }

    [Fact]
    public void An_edge_is_weak_where_models_do_not_agree_on_its_sign()
    {
        new LoopEdge(Pool.Gap, Pool.Density, [-0.3, 0.1, -0.05]).IsWeak.ShouldBeTrue();
        new LoopEdge(Pool.Gap, Pool.Density, [-0.3, -0.31, -0.29]).IsWeak.ShouldBeFalse();
    }

    [Fact]
    public void Materials_that_break_a_bound_reach_nothing_and_come_last()
    {
        var laboratory = new Laboratory(
            [Pool.Most(Pool.Gap), Pool.Between(Pool.Density, null, 5)], [[9.0, 6.0], [3.0, 1.0], [2.0, 1.0]]);
        (laboratory.Feasible, laboratory.IsTop(1, 0.01), laboratory.IsTop(0, 0.01)).ShouldBe((2, true, false));
        laboratory.Reached([0]).ShouldBe(0);
        laboratory.Reached([0, 1]).ShouldBe(1);
    }

    private static ImmutableArray<Trajectory> Runs(LoopSettings settings, LoopPolicy policy) =>
    [
        .. Enumerable.Range(0, settings.Repeats).Select(repeat =>
        {
            var start = LoopAnalyzer.StartOf(settings, s_laboratory, repeat);
            int[] left = [.. Enumerable.Range(0, s_laboratory.Count).Except(start)];
            double[] truth = [.. left.Select(m => (double)m)];
            var chosen = policy.Choose(new()
            {
                Goals = s_goals, Count = left.Length, Predictions = [new([truth, truth], 0)],
                Measured = [.. start.Select(s_laboratory.ValuesOf)], FirstLattice = [], Batch = settings.Batch, Stream = (ulong)repeat,
            });
            return new Trajectory(policy, repeat, start, [.. chosen.Select(c => left[c])], [], []);
        }),
    ];

    /// <summary>Two candidates; per goal and model what is predicted of each, wanted small where they differ.</summary>
    private static LoopView View(params double[][][] predicted) => new()
    {
        Goals = [.. predicted.Select((_, g) => Pool.Most(g == 0 ? Pool.Gap : Pool.Density))],
        Count = 2,
        Predictions = [.. predicted.Select(p => new GoalPredictions([.. p], 0))],
        Measured = [.. new[] { 0.0, 2, 1 }.Select(v => predicted.Select(_ => v).ToArray())],
        FirstLattice = [],
        Batch = 1,
        Stream = 1,
    };
}
