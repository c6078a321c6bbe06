using System.Collections.Immutable;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Analysis.Tests;

/// <summary>Which targets are learned together under a budget of models.</summary>
public class GroupsAreChosen
{
    [Fact]
    public void No_other_groups_are_better_whatever_pairs_do() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), Gen.Choose(2, 4).ToArbitrary(), Gen.Choose(1, 4).ToArbitrary(), (draw, count, budget) =>
        {
            var random = new Random(draw);
            var changes = new double[count, count];
            for (var i = 0; i < count; i++)
                for (var j = 0; j < count; j++)
                    changes[i, j] = Math.Round(random.NextDouble() - 0.5, 2);
            var search = new GroupSearch(changes);
            var best = search.Best(budget);
            best.Length.ShouldBeInRange(1, budget);
            best.ShouldAllBe(g => (g.Learnt & g.For) == g.For);
            best.Sum(g => BitOperations.PopCount((uint)g.For)).ShouldBe(count);
            best.Aggregate(0, (all, g) => all | g.For).ShouldBe((1 << count) - 1);
            Cost(best).ShouldBe(Brute(search, count, budget), 1e-9);

            double Cost((int Learnt, int For)[] groups) => groups.Sum(g => Enumerable.Range(0, count)
                .Where(t => (g.For >> t & 1) == 1).Sum(t => search.Predicted(t, g.Learnt)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_helps_is_joined_and_what_harms_is_parted()
    {
        // 0 and 1 help each other, 2 harms all and is harmed, 3 is helped by 0 and does nothing.
        var changes = new[,] { { 0, -0.2, 0.5, 0 }, { -0.2, 0, 0.5, 0 }, { 0.4, 0.4, 0, 0.4 }, { -0.3, 0, 0.5, 0 } };
        var search = new GroupSearch(changes);
        search.Best(4).Select(g => (g.Learnt, g.For)).OrderBy(g => g.For).ShouldBe([(0b11, 0b11), (0b100, 0b100), (0b1001, 0b1000)]);
        search.Best(2).Select(g => (g.Learnt, g.For)).OrderBy(g => g.For).ShouldBe([(0b100, 0b100), (0b1011, 0b1011)]);
        search.Best(1).ShouldHaveSingleItem().For.ShouldBe(0b1111);
    }

    [Fact]
    public void Twelve_targets_are_searched_in_no_time()
    {
        var random = new Random(5);
        var changes = new double[12, 12];
        for (var i = 0; i < 12; i++)
            for (var j = 0; j < 12; j++)
                changes[i, j] = random.NextDouble() - 0.4;
        new GroupSearch(changes).Best(4).Sum(g => BitOperations.PopCount((uint)g.For)).ShouldBe(12);
    }

    [Fact]
    public void Prediction_and_measurement_stand_beside_each_other_with_intervals()
    {
        PropertySet abc = new([new("a"), new("b"), new("c")]), all = new([new("a"), new("b"), new("c"), new("d")]);
        var analysis = Of(new() { Groups = [abc, all], Change = Change }, budget: 2);
        var best = analysis.Best.ShouldNotBeNull();
        best.Groups.Select(g => g.Learnt).ShouldBe([abc, new PropertyName("d")], ignoreOrder: true);
        // Pairs predict -20 % for three of four targets, and the group does more.
        best.Predicted!.Change.ShouldBe(-0.15, 0.04);
        best.Measured!.Change.ShouldBe(-0.225, 0.04);
        (best.Measured.Low < best.Measured.Change && best.Measured.Change < best.Measured.High).ShouldBeTrue();
        (best.Measured.High - best.Measured.Low).ShouldBeLessThan(0.15);
        best.Targets.Single(t => t.Target.Value == "d").Measured.ShouldBe(new(0, 0, 0));
        analysis.Stability.ShouldNotBeNull().ShouldBeGreaterThan(0.9);
        var together = analysis.Groupings.Single(g => g.Kind == GroupingKind.AllTogether);
        together.Measured!.Change.ShouldBeGreaterThan(0.2);
        analysis.Groupings.Single(g => g.Kind == GroupingKind.AllAlone).Measured.ShouldBe(new(0, 0, 0));
    }

    [Fact]
    public void What_is_not_trained_is_predicted_alone_and_a_pair_that_is_missing_leaves_the_choice_open()
    {
        var open = Of(new() { Change = Change }, budget: 2);
        open.Best!.Measured.ShouldBeNull();
        open.Best.Predicted.ShouldNotBeNull();

        var (results, options) = new SimulatedTogether { Change = Change }.Make();
        PropertySet lost = new([new("a"), new("b")]);
        ImmutableArray<JointRun> runs = [.. results.Joint!.Runs.Select(r => r.Together == lost ? r with { Joint = null } : r)];
        var missing = StudyAnalyzer.Groups(
            results with { Joint = results.Joint with { Runs = runs } }, options with { Groups = new(2, []) }).ShouldHaveSingleItem();
        (missing.Best, missing.Stability).ShouldBe((null, null));
        missing.Unmeasured.ShouldBe([lost]);
    }

    [Fact]
    public void Nothing_is_chosen_where_it_is_not_asked_for()
    {
        var (results, options) = new SimulatedTogether().Make();
        StudyAnalyzer.Analyze(results, options).Transfer!.Groups.ShouldBeEmpty();
    }

    private static GroupAnalysis Of(SimulatedTogether study, int budget)
    {
        var (results, options) = study.Make();
        return StudyAnalyzer.Groups(results, options with { Groups = new(budget, []) }).ShouldHaveSingleItem();
    }

    // a, b and c help each other, together a little more than in pairs; d harms all.
    private static double Change(PropertySet partners, string target) =>
        partners.Contains(new("d")) || target == "d" ? 0.3 : partners.Count == 1 ? -0.2 : -0.3;

    private static double Brute(GroupSearch search, int count, int budget)
    {
        var all = (1 << count) - 1;
        return Rest(all, budget);

        double Rest(int left, int models)
        {
            if (left == 0) return 0;
            if (models == 0) return double.PositiveInfinity;
            var least = double.PositiveInfinity;
            for (var served = left; served > 0; served = (served - 1) & left)
                for (var learnt = 1; learnt <= all; learnt++)
                    if ((learnt & served) == served)
                        least = Math.Min(
                            least,
                            Enumerable.Range(0, count).Where(t => (served >> t & 1) == 1).Sum(t => search.Predicted(t, learnt))
                                + Rest(left & ~served, models - 1));
            return least;
        }
    }
}
