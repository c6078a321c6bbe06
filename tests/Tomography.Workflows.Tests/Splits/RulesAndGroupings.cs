using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>Whatever the rule and whatever is kept together: no material is in two parts, and no group is.</summary>
public sealed class RulesAndGroupings
{
    private static readonly SplitSettings[] s_settings =
    [
        .. SplitGrouping.Shipped.SelectMany(
            grouping => new[] { 0, 3, 7 }.Select(rotate => new SplitSettings(By: grouping.Name) { Rotate = rotate })),
    ];

    [Fact]
    public void No_group_is_ever_parted_and_no_material_is_lost() =>
        Prop.ForAll(Between(60, 300), Between(0, 100_000), Between(0, 20), (count, seed, place) =>
        {
            var materials = Materials(count, seed);
            foreach (var settings in s_settings)
            {
                var groups = Repertoire.Default.GroupingOf(settings).GroupsOf(materials);
                var split = Repertoire.Default.RuleOf(settings).Deal(settings, materials, groups, seed, place);
                split.Train.Concat(split.Validation).Concat(split.Test).Order().ShouldBe(Enumerable.Range(0, count));
                if (groups is null) continue;
                ImmutableArray<int>[] parts = [split.Train, split.Validation, split.Test];
                parts.SelectMany((part, number) => part.Select(i => (groups[i], number))).Distinct().Select(g => g.Item1)
                    .ShouldBeUnique(settings.By);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Groups_are_what_their_names_say()
    {
        var materials = new SplitMaterials(
            new(["a", "b", "c", "d"], ["O1 Ti1", "O2 Ti1", "Fe1", "O1 Ti1"],
                ImmutableDictionary<PropertyName, ImmutableArray<double>>.Empty.Add(new("spacegroup-crystal-system"), [0, 1, 1, 0])),
            "/studies");
        Groups("material").ShouldBeNull();
        Groups("formula").ShouldBe(["O1 Ti1", "O2 Ti1", "Fe1", "O1 Ti1"]);
        Groups("chemical-system").ShouldBe(["O Ti", "O Ti", "Fe", "O Ti"]);
        Groups("crystal-system").ShouldBe(["0", "1", "1", "0"]);

        IReadOnlyList<string>? Groups(string by) => SplitGrouping.Shipped.Single(g => g.Name == by).GroupsOf(materials);
    }

    [Fact]
    public void Further_seeds_of_a_rotation_go_on_counting_over_deals() =>
        Prop.ForAll(Between(3, 6), Between(20, 100), (parts, count) =>
        {
            var (settings, materials) = (new SplitSettings { Rotate = parts }, Materials(count, 1));
            var rule = Repertoire.Default.RuleOf(settings);
            var splits = Enumerable.Range(0, 2 * parts)
                .Select(place => rule.Deal(settings, materials, null, seed: 1000 - place, place)).ToArray();
            foreach (var deal in splits.Chunk(parts)) deal.SelectMany(s => s.Test).Order().ShouldBe(Enumerable.Range(0, count));
            splits[0].Test.Order().SequenceEqual(splits[parts].Test.Order()).ShouldBeFalse("the second deal is another shuffle");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_column_of_folds_is_tested_fold_by_fold() =>
        Prop.ForAll(Between(3, 6), Between(12, 100), Between(0, 13), (folds, count, place) =>
        {
            double Fold(int material) => material < folds ? material : material * material % folds;
            var materials = With("fold", [.. Enumerable.Range(0, count).Select(Fold)]);
            var settings = new SplitSettings { Column = "fold" };
            var split = Repertoire.Default.RuleOf(settings).Deal(settings, materials, null, 7, place);
            split.Test.ShouldBe(Enumerable.Range(0, count).Where(i => Fold(i) == place % folds));
            split.Validation.ShouldBe(Enumerable.Range(0, count).Where(i => Fold(i) == (place + 1) % folds));
            split.Train.Order().ShouldBe(Enumerable.Range(0, count).Except(split.Test).Except(split.Validation));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("0 1 2 1.5", "must number the fold of each material, 0, 1, 2 and so on; m-3 has 1.5.")]
    [InlineData("0 1 2 -1", "m-3 has -1.")]
    [InlineData("0 1 2 NaN", "m-3 has none.")]
    [InlineData("0 1 2 1e300", "m-3 has 1E+300.")]
    [InlineData("0 1 0 1", "'fold' has 2 folds; at least 3 are needed: one tests, one validates, the others train.")]
    [InlineData("0 1 3 4", "No material is in fold 2 of 'fold', whose folds go up to 4.")]
    public void What_is_no_column_of_folds_is_told(string values, string told)
    {
        var settings = new SplitSettings { Column = "fold" };
        var materials = With("fold", [.. values.Split(' ').Select(double.Parse)]);
        var problem = Should.Throw<SplitException>(() => Repertoire.Default.RuleOf(settings).Deal(settings, materials, null, 1, 0));
        (problem.Key, problem.Message).ShouldSatisfyAllConditions(p => p.Key.ShouldBe("column"), p => p.Message.ShouldContain(told));
    }

    private static Arbitrary<int> Between(int from, int to) => Gen.Choose(from, to).ToArbitrary();

    private static SplitMaterials With(string property, ImmutableArray<double> values) => new(
        new(
            [.. values.Select((_, i) => $"m-{i}")], [.. values.Select(_ => "Fe1")],
            ImmutableDictionary<PropertyName, ImmutableArray<double>>.Empty.Add(new(property), values)),
        "/studies");

    /// <summary>Materials with formulas of one to three elements, many of them twice, in seven crystal systems.</summary>
    private static SplitMaterials Materials(int count, int seed)
    {
        string[] elements = ["Fe", "Ni", "O", "Si", "Sr", "Ti"];
        var random = new Random(seed);
        var formulas = Enumerable.Range(0, count).Select(_ => string.Join(' ', elements.Where(_ => random.Next(3) == 0).DefaultIfEmpty("H")
            .Take(3).Select(e => $"{e}{random.Next(1, 4)}")));
        return new(
            new(
                [.. Enumerable.Range(0, count).Select(i => $"m-{i}")], [.. formulas],
                ImmutableDictionary<PropertyName, ImmutableArray<double>>.Empty
                    .Add(new("spacegroup-crystal-system"), [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(7))])),
            "/studies");
    }
}
