using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Tomography.Learning.Tests;

public class Splitting
{
    [Fact]
    public void Every_material_is_in_exactly_one_part_and_the_parts_have_their_shares() =>
        Prop.ForAll(Gen.Choose(10, 3000).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (count, seed) =>
        {
            var split = Split.Create(Names(count, count), new(), seed);
            split.Train.Concat(split.Validation).Concat(split.Test).Order().ShouldBe(Enumerable.Range(0, count));
            split.Train.Length.ShouldBe((int)(0.6 * count + 1e-9));
            split.Validation.Length.ShouldBe((int)(0.2 * count + 1e-9));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_split_by_formula_never_parts_a_formula() =>
        Prop.ForAll(Gen.Choose(40, 500).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (count, seed) =>
        {
            var formulas = Names(count, count / 3);
            var split = Split.Create(formulas, new(By: SplitBy.Formula), seed);
            var parts = new[] { split.Train, split.Validation, split.Test }.Select(p => p.Select(i => formulas[i]).ToHashSet()).ToArray();
            parts[0].Overlaps(parts[1]).ShouldBeFalse();
            parts[0].Overlaps(parts[2]).ShouldBeFalse();
            parts[1].Overlaps(parts[2]).ShouldBeFalse();
            split.Train.Concat(split.Validation).Concat(split.Test).Order().ShouldBe(Enumerable.Range(0, count));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Shares_below_one_leave_materials_out()
    {
        var split = Split.Create(Names(100, 100), new(0.5, 0.1, 0.1), 1);
        (split.Train.Length, split.Validation.Length, split.Test.Length).ShouldBe((50, 10, 10));
    }

    [Fact]
    public void Too_few_materials_are_refused() =>
        Should.Throw<ArgumentException>(() => Split.Create(Names(3, 3), new(), 1)).Message.ShouldContain("3 materials");

    [Fact]
    public void The_split_of_a_seed_never_changes() =>
        // Stated numbers: a change here would silently change every published result.
        string.Join(" ", Split.Create(Names(20, 20), new(), 123).Test).ShouldBe(ExpectedTestPart);

    private const string ExpectedTestPart = "2 8 5 0";

    private static string[] Names(int count, int distinct) => [.. Enumerable.Range(0, count).Select(i => $"F{i % Math.Max(1, distinct)}")];
}
