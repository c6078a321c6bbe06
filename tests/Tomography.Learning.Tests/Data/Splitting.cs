using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Tomography.Learning.Tests;

/// <summary>No material is in two parts, no group in two parts, and the parts are those that were asked for.</summary>
public class Splitting
{
    private const string ExpectedTestPart = "2 8 5 0";

    [Fact]
    public void Every_material_is_in_exactly_one_part_and_the_parts_have_their_shares() =>
        Prop.ForAll(Between(10, 3000), Between(0, 1000), (count, seed) =>
        {
            var split = Split.ByShares(count, null, SplitShares.Default, seed);
            All(split).Order().ShouldBe(Enumerable.Range(0, count));
            split.Train.Length.ShouldBe((int)(0.6 * count + 1e-9));
            split.Validation.Length.ShouldBe((int)(0.2 * count + 1e-9));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_split_by_shares_never_parts_a_group() =>
        Prop.ForAll(Between(40, 500), Between(0, 1000), (count, seed) =>
        {
            var groups = Groups(count, seed);
            var split = Split.ByShares(count, groups, SplitShares.Default, seed);
            NoGroupIsParted(groups, split.Train, split.Validation, split.Test);
            All(split).Order().ShouldBe(Enumerable.Range(0, count));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Groups_of_one_are_materials_of_their_own() =>
        Prop.ForAll(Between(10, 500), Between(0, 1000), (count, seed) =>
        {
            string[] each = [.. Enumerable.Range(0, count).Select(i => $"{i}")];
            Same(Split.ByShares(count, each, SplitShares.Default, seed), Split.ByShares(count, null, SplitShares.Default, seed));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_rotation_tests_each_material_exactly_once_per_deal_and_validates_on_the_part_that_is_tested_next() =>
        Prop.ForAll(Between(3, 12), Between(12, 400), Between(0, 5), (parts, count, deal) =>
        {
            var splits = Deal(count, null, parts, deal);
            splits.SelectMany(s => s.Test).Order().ShouldBe(Enumerable.Range(0, count));
            for (var k = 0; k < parts; k++)
            {
                splits[k].Validation.ShouldBe(splits[(k + 1) % parts].Test);
                All(splits[k]).Order().ShouldBe(Enumerable.Range(0, count));
                splits[k].Test.Length.ShouldBeInRange(count / parts, count / parts + 1);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_rotation_never_parts_a_group_and_tests_each_material_once() =>
        Prop.ForAll(Between(3, 8), Between(40, 400), Between(0, 1000), (parts, count, seed) =>
        {
            var groups = Groups(count, seed);
            var splits = Deal(count, groups, parts, seed % 3);
            NoGroupIsParted(groups, [.. splits.Select(s => (IEnumerable<int>)s.Test)]);
            splits.SelectMany(s => s.Test).Order().ShouldBe(Enumerable.Range(0, count));
            foreach (var split in splits) NoGroupIsParted(groups, split.Train, split.Validation, split.Test);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Each_deal_of_a_rotation_is_another_shuffle()
    {
        var first = Deal(90, null, 3, 0);
        var second = Deal(90, null, 3, 1);
        second.ShouldAllBe(s => first.All(f => !f.Test.Order().SequenceEqual(s.Test.Order())));
    }

    [Fact]
    public void Stated_parts_are_tested_in_turn()
    {
        int[][] parts = [[0, 5], [1], [2, 3], [4]];
        var split = Split.ByParts(4, 7, p => parts[p]);
        (split.Test, split.Validation).ShouldSatisfyAllConditions(
            s => s.Test.ShouldBe([4]), s => s.Validation.ShouldBe([0, 5]));
        split.Train.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void A_material_stands_in_the_same_part_whichever_others_are_left_out() =>
        Prop.ForAll(Between(10, 300), Between(0, 1000), (count, seed) =>
        {
            var random = new Random(seed);
            var some = Enumerable.Range(0, count).Where(_ => random.Next(3) > 0).ToArray();
            var whole = seed % 2 == 0 ? Split.ByShares(count, null, SplitShares.Default, seed) : Split.ByRotation(count, null, 5, seed % 7);
            var within = whole.Within(some);
            All(within).Order().ShouldBe(some);
            within.Train.ShouldBe(whole.Train.Where(some.Contains));
            within.Validation.ShouldBe(whole.Validation.Where(some.Contains));
            within.Test.ShouldBe(whole.Test.Where(some.Contains));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_held_out_has_its_share_parts_no_group_and_does_not_depend_on_anything_else() =>
        Prop.ForAll(Between(40, 500), Between(0, 1000), (count, seed) =>
        {
            var groups = Groups(count, seed);
            var alone = Split.HoldOut(count, null, 0.1);
            alone.Length.ShouldBe((int)(0.1 * count + 1e-9));
            alone.ShouldBe(Split.HoldOut(count, null, 0.1));
            var grouped = Split.HoldOut(count, groups, 0.1);
            grouped.Length.ShouldBeGreaterThanOrEqualTo((int)(0.1 * count));
            NoGroupIsParted(groups, grouped, Enumerable.Range(0, count).Except(grouped));
            grouped.ShouldBe(grouped.Order());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_split_over_the_rest_names_materials_of_the_dataset()
    {
        var split = new Split([2, 0], [1], [3]).Among([1, 3, 5, 7], [0, 2]);
        (split.Train, split.Validation, split.Test, split.HeldOut).ShouldSatisfyAllConditions(
            s => s.Train.ShouldBe([5, 1]), s => s.Validation.ShouldBe([3]), s => s.Test.ShouldBe([7]), s => s.HeldOut.ShouldBe([0, 2]));
        split.Within([0, 1, 7]).HeldOut.ShouldBe([0]);
    }

    [Fact]
    public void Shares_below_one_leave_materials_out()
    {
        var split = Split.ByShares(100, null, new(0.5, 0.1, 0.1), 1);
        (split.Train.Length, split.Validation.Length, split.Test.Length).ShouldBe((50, 10, 10));
    }

    [Fact]
    public void Too_few_materials_leave_a_part_empty()
    {
        Split.ByShares(3, null, SplitShares.Default, 1).HasEmptyPart.ShouldBeTrue();
        Split.ByShares(5, null, SplitShares.Default, 1).HasEmptyPart.ShouldBeFalse();
        Split.ByRotation(4, null, 5, 0).HasEmptyPart.ShouldBeTrue();
        Split.ByRotation(5, null, 5, 0).HasEmptyPart.ShouldBeFalse();
    }

    [Fact]
    public void The_split_of_a_seed_never_changes() =>
        // Stated numbers: a change here would silently change every published result.
        string.Join(" ", Split.ByShares(20, null, SplitShares.Default, 123).Test).ShouldBe(ExpectedTestPart);

    private static Arbitrary<int> Between(int from, int to) => Gen.Choose(from, to).ToArbitrary();

    private static Split[] Deal(int count, string[]? groups, int parts, int deal) =>
        [.. Enumerable.Range(0, parts).Select(k => Split.ByRotation(count, groups, parts, deal * parts + k))];

    private static IEnumerable<int> All(Split split) => split.Train.Concat(split.Validation).Concat(split.Test);

    private static void Same(Split one, Split other)
    {
        one.Train.ShouldBe(other.Train);
        one.Validation.ShouldBe(other.Validation);
        one.Test.ShouldBe(other.Test);
    }

    private static void NoGroupIsParted(string[] groups, params IEnumerable<int>[] parts) =>
        parts.SelectMany((part, place) => part.Select(i => (groups[i], place))).Distinct().Select(g => g.Item1).ShouldBeUnique();

    /// <summary>Groups of many sizes, their members here and there.</summary>
    private static string[] Groups(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => $"F{(int)Math.Sqrt(random.Next(count * count / 9))}")];
    }
}
