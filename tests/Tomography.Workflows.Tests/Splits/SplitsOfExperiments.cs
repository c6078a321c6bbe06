using System.Collections.Immutable;
using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>Splits as experiments ask for them: their parts, their keys, and what is told of mistakes.</summary>
public sealed class SplitsOfExperiments : IDisposable
{
    private const string Yaml = """
        experiment: cubes
        dataset: { csv: cubes.csv }
        representations: [composition]
        targets: [volume]
        features: [is-hubbard]
        seeds: [5, 6, 7, 8]
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_rotation_over_the_seeds_tests_each_material_once_and_then_goes_on_with_the_next_deal()
    {
        Table();
        var splits = Splits(Plan("split: { rotate: 3 }"));
        splits.Take(3).SelectMany(s => s.Test).Order().ShouldBe(Enumerable.Range(0, 40));
        for (var k = 0; k < 3; k++) splits[k].Validation.ShouldBe(splits[(k + 1) % 3].Test);
        splits.Take(3).ShouldAllBe(s => !s.Test.Order().SequenceEqual(splits[3].Test.Order()));
    }

    [Fact]
    public void Seeds_beyond_the_grid_go_on_counting()
    {
        Table();
        var grid = Plan("split: { rotate: 6 }");
        var more = Plan("split: { rotate: 6 }\nfurther: [{ representation: composition, target: volume, seeds: [99, 98] }]");
        more.Jobs.Take(grid.Jobs.Length).Select(j => j.Key).ShouldBe(grid.Jobs.Select(j => j.Key));
        more.Splits.Select(s => s.Seed).ShouldBe([5, 6, 7, 8, 99, 98]);
        Splits(more).SelectMany(s => s.Test).Order().ShouldBe(Enumerable.Range(0, 40), "six seeds, six parts");
    }

    [Fact]
    public void A_stated_fold_is_tested_by_the_seed_of_its_place()
    {
        Table();
        var splits = Splits(Plan("split: { column: fold }"));
        for (var k = 0; k < 4; k++) splits[k].Test.ShouldBe(Enumerable.Range(0, 40).Where(i => i % 4 == k));
    }

    [Fact]
    public void Groups_stay_together()
    {
        Table();
        // Four formulas in turn.
        foreach (var split in Splits(Plan("split: { train: 0.5, validation: 0.25, test: 0.25, by: formula }")))
            split.Test.Select(i => i % 4).Intersect(split.Train.Select(i => i % 4)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("split: { hold-out: 0.2 }")]
    [InlineData("split: { rotate: 4, hold-out: 0.2 }")]
    [InlineData("split: { column: fold, hold-out: 0.2 }")]
    public void What_is_held_out_is_the_same_for_all_seeds_and_in_none_of_their_parts(string split)
    {
        Table();
        var splits = Splits(Plan(split));
        splits.Select(s => string.Join(' ', s.HeldOut)).Distinct().ShouldHaveSingleItem();
        foreach (var parts in splits)
        {
            parts.HeldOut.Length.ShouldBe(8);
            parts.HeldOut.Concat(parts.Train).Concat(parts.Validation).Concat(parts.Test).Order().ShouldBe(Enumerable.Range(0, 40));
        }
    }

    [Fact]
    public void Formulas_are_held_out_whole()
    {
        Table();
        foreach (var parts in Splits(Plan("split: { train: 0.3, validation: 0.3, test: 0.3, by: formula, hold-out: 0.2 }")))
            parts.HeldOut.Select(i => i % 4).Distinct().Intersect(parts.Train.Concat(parts.Test).Select(i => i % 4)).ShouldBeEmpty();
    }

    [Fact]
    public void To_hold_out_nothing_changes_no_key_and_to_hold_out_something_changes_all()
    {
        Table();
        var usual = Plan("").Jobs.Select(j => j.Key).ToHashSet();
        usual.SetEquals(Plan("split: { hold-out: 0 }").Jobs.Select(j => j.Key)).ShouldBeTrue();
        Plan("split: { hold-out: 0.1 }").Jobs.ShouldAllBe(j => !usual.Contains(j.Key));
    }

    [Theory]
    [InlineData("split: { matbench: 1, hold-out: 0.1 }")]
    [InlineData("split: { train-ids: train.txt, validation-ids: validation.txt, test-ids: test.txt, hold-out: 0.1 }")]
    public void Of_parts_that_others_state_nothing_is_held_out(string split)
    {
        var problem = Reading.Problem(Yaml + "\n" + split);
        (problem.Code, problem.KeyPath).ShouldBe((DiagnosticCodes.Conflict, "split.hold-out"));
    }

    [Fact]
    public void Listed_ids_are_the_same_parts_for_every_seed()
    {
        Table();
        WriteIds();
        var plan = Plan(Ids);
        plan.Splits.Select(s => s.Hash).Distinct().ShouldHaveSingleItem();
        plan.Jobs.Select(j => j.Key).ShouldBeUnique("seeds still draw other weights");
        Splits(plan)[0].Test.ShouldBe([30, 31, 32, 33, 34, 35, 36, 37, 38, 39]);
    }

    [Fact]
    public void All_models_of_a_seed_have_one_split_of_the_whole_dataset_whatever_materials_they_use()
    {
        Table(density: i => i % 5 == 0 ? "" : $"{i}");
        var plan = Plan("", ("[is-hubbard]", "[is-hubbard, density]"));
        var orders = WorkOrders.Of(plan, TimeSpan.FromMinutes(1));
        orders.Length.ShouldBe(8, "per seed those of all materials, and those that have a density");
        foreach (var seed in orders.GroupBy(o => o.Seed)) seed.Select(o => o.Split).Distinct().ShouldHaveSingleItem();
        Splits(plan).ShouldAllBe(s => s.Train.Length + s.Validation.Length + s.Test.Length == 40);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("split: { train: 0.5, validation: 0.25, test: 0.25, by: formula }", true)]
    [InlineData("split: { train-ids: train.txt, validation-ids: validation.txt, test-ids: test.txt }", true)]
    [InlineData("split: { rotate: 4 }", false)]
    [InlineData("split: { column: fold }", false)]
    public void The_order_of_seeds_matters_only_where_parts_follow_from_it(string split, bool isSame)
    {
        Table();
        WriteIds();
        var (one, other) = (Keys(Plan(split)), Keys(Plan(split, ("[5, 6, 7, 8]", "[8, 7, 6, 5]"))));
        if (isSame) other.SetEquals(one).ShouldBeTrue();
        else other.Intersect(one).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("split: { rotate: 3 }", "split: { rotate: 4 }")]
    [InlineData("split: { rotate: 4 }", "split: { rotate: 4, by: formula }")]
    [InlineData("split: { rotate: 4 }", "")]
    [InlineData("", "split: { train: 0.5, validation: 0.25, test: 0.25 }")]
    [InlineData(
        "split: { train: 0.5, validation: 0.25, test: 0.25, by: formula }",
        "split: { train: 0.5, validation: 0.25, test: 0.25, by: chemical-system }")]
    [InlineData("split: { column: fold }", "split: { column: other }")]
    [InlineData("split: { rotate: 4 }", "split: { column: fold }")]
    public void Another_way_to_part_the_dataset_changes_all_keys(string split, string other)
    {
        Table();
        Keys(Plan(split)).Intersect(Keys(Plan(other))).ShouldBeEmpty();
    }

    [Fact]
    public void Keys_follow_the_ids_of_a_file_and_not_its_name_nor_what_does_not_count()
    {
        Table();
        WriteIds();
        var before = Keys(Plan(Ids));
        File.Move(_folder.PathOf("train.txt"), _folder.PathOf("moved.txt"));
        Keys(Plan(Ids.Replace("train.txt", "moved.txt"))).SetEquals(before).ShouldBeTrue("the same ids in another file");
        File.WriteAllText(_folder.PathOf("moved.txt"), "# a comment\n\n" + File.ReadAllText(_folder.PathOf("moved.txt")));
        Keys(Plan(Ids.Replace("train.txt", "moved.txt"))).SetEquals(before).ShouldBeTrue("a comment");
        File.WriteAllText(_folder.PathOf("moved.txt"), string.Join('\n', Enumerable.Range(0, 19).Select(i => $"m-{i}")));
        Keys(Plan(Ids.Replace("train.txt", "moved.txt"))).Intersect(before).ShouldBeEmpty("one id less");
    }

    [Fact]
    public void Keys_follow_the_values_of_a_column_of_folds()
    {
        Table();
        var before = Keys(Plan("split: { column: fold }"));
        Table(fold: i => i == 0 ? "1" : $"{i % 4}");
        Keys(Plan("split: { column: fold }")).Intersect(before).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("split: { rotate: 3, train: 0.6 }", "TOMO1009", 28,
        "'split.rotate' cuts the dataset into 3 equal parts, so 'split.train' has no meaning")]
    [InlineData("split: { rotate: 2 }", "TOMO1005", 18, "'split.rotate' must be from 3 to 1000, not 2; the nearest valid value is 3.")]
    [InlineData("split: { column: fold, by: formula }", "TOMO1009", 28, "'split.column' states the parts, so 'split.by' has no meaning")]
    [InlineData("split: { column: Fold }", "TOMO1004", 18,
        "'split.column' must name a column of the dataset: lower case words joined by hyphens.")]
    [InlineData("split: { train-ids: a, validation-ids: b }", "TOMO1002", 8,
        "'split.test-ids' is missing: listed ids need a file for each of the three parts.")]
    [InlineData("split: { train-ids: a, validation-ids: b, test-ids: c, rotate: 3 }", "TOMO1009", 64,
        "Files of ids state the parts, so 'split.rotate' has no meaning")]
    [InlineData("split: { drop-below: 1.5 }", "TOMO1005", 22,
        "'split.drop-below' must be from 0 to 1, not 1.5; the nearest valid value is 1.")]
    [InlineData("split: { drop-below: -0.1 }", "TOMO1005", 22, "the nearest valid value is 0.")]
    [InlineData("split: { by: formulas }", "TOMO1006", 14,
        "did you mean 'formula'? Choices: material, formula, chemical-system, crystal-system.")]
    [InlineData("split: { column: folds }", "TOMO2003", 10, "The dataset has no property 'folds'; did you mean 'fold'?")]
    [InlineData("split: { column: half }", "TOMO2005", 10, "'half' must number the fold of each material, 0, 1, 2 and so on; m-1 has 0.5.")]
    [InlineData("split: { train-ids: nowhere.txt, validation-ids: b, test-ids: c }", "TOMO2005", 10, "The ids cannot be read: ")]
    [InlineData("split: { rotate: 41 }", "TOMO2005", 1, "40 materials do not fill the 41 parts of the split (seed 5).")]
    public void A_mistake_in_the_seventh_line_is_told(string line, string code, int column, string told)
    {
        Table();
        var problem = Should.Throw<DiagnosticException>(() => Plan(line)).Diagnostics.WithoutNotices().ButForSize().ShouldHaveSingleItem();
        problem.Message.ShouldContain(told);
        (problem.Code, problem.Location.Line, problem.Location.Column).ShouldBe((code, 7, column));
    }

    private const string Ids = "split: { train-ids: train.txt, validation-ids: validation.txt, test-ids: test.txt }";

    private static HashSet<JobKey> Keys(Plan plan) => [.. plan.Jobs.Select(j => j.Key)];

    private Split[] Splits(Plan plan)
    {
        var store = new SplitStore(new(_folder.PathOf("store")));
        return [.. plan.Splits.Select(s => store.Read(s.Hash))];
    }

    private Plan Plan(string line, params (string Old, string New)[] edits)
    {
        var yaml = edits.Aggregate(Yaml, (text, edit) => text.Replace(edit.Old, edit.New, StringComparison.Ordinal));
        var file = _folder.Write("cubes.experiment.yaml", $"{yaml}\n{line}");
        return PlanStage.Run(
            new([file], _folder.PathOf("out"), _folder.PathOf("store"), ImmutableDictionary<string, string>.Empty), CancellationToken.None)
            .Plans.ShouldHaveSingleItem();
    }

    private void Table(Func<int, string>? density = null, Func<int, string>? fold = null) => _folder.Write("cubes.csv", Tables.Csv(
        40, density, null, ("fold", fold ?? (i => $"{i % 4}")), ("other", i => $"{i % 3}"), ("half", i => $"{i * 0.5}")));

    private void WriteIds()
    {
        _folder.Write("train.txt", Some(0, 20));
        _folder.Write("validation.txt", Some(20, 10));
        _folder.Write("test.txt", Some(30, 10));

        static string Some(int start, int count) => string.Join('\n', Enumerable.Range(start, count).Select(i => $"m-{i}"));
    }
}
