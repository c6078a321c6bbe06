using System.Collections.Immutable;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>Experiments over files of matbench, with its folds.</summary>
public sealed class SplitsOfMatbench : IDisposable
{
    private const string Yaml = """
        experiment: layers
        dataset: { file: matbench_jdft2d.json }
        representations: [composition]
        targets: [exfoliation-en]
        features: []
        seeds: [5, 6, 7, 8, 9, 10]
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_stated_fold_is_tested_by_every_seed_and_the_seed_parts_the_others()
    {
        File();
        var (splits, warnings) = Splits("split: { matbench: 2 }");
        warnings.ShouldBeEmpty();
        foreach (var split in splits)
        {
            split.Test.ShouldBe(Fold(2));
            split.Train.Concat(split.Validation).Order().ShouldBe(Enumerable.Range(0, 636).Except(Fold(2)));
            (split.Train.Length, split.Validation.Length).ShouldBe((381, 128), "three quarters of 509, and the rest");
        }

        splits[0].Train.Order().ShouldNotBe(splits[1].Train.Order());
    }

    [Fact]
    public void All_folds_are_tested_one_by_each_seed_and_then_again()
    {
        File();
        var (splits, _) = Splits("split: { matbench: all }");
        for (var place = 0; place < 6; place++) splits[place].Test.ShouldBe(Fold(place % 5));
    }

    [Fact]
    public void One_fold_alone_is_the_same_model_as_among_all()
    {
        File();
        var (all, third) = (Plan("split: { matbench: all }").Plan, Plan("split: { matbench: 2 }").Plan);
        all.Jobs[2].Key.ShouldBe(third.Jobs[2].Key);
        all.Jobs[1].Key.ShouldNotBe(third.Jobs[1].Key);
    }

    [Fact]
    public void Rows_that_are_not_there_leave_the_others_in_their_folds_and_are_told()
    {
        File(i => i % 100 != 7);
        var (plan, warnings) = Plan("split: { matbench: 0 }");
        var ids = new DatasetStore(_folder.PathOf("store")).Table(plan.Dataset)!.Ids;
        ids.Length.ShouldBe(629);
        var task = MatbenchTask.All.Single(t => t.Name == "matbench_jdft2d");
        Splits(plan)[0].Test.Select(i => task.RowOf(ids[i])!.Value).ShouldBe(Fold(0).Where(i => i % 100 != 7));
        warnings.Single(w => w.Code == DiagnosticCodes.UnknownIds).Message.ShouldBe(
            "7 of the 636 rows of matbench_jdft2d are not used, because of 'dataset.limit' or because they were set aside: "
            + "the folds are the official ones without them, so errors are not quite those of the benchmark.");
    }

    [Fact]
    public void A_dataset_of_ones_own_is_parted_by_its_order_and_told_to_have_no_official_folds()
    {
        _folder.Write("cubes.csv", Tables.Csv(312 - 12));
        var (plan, warnings) = Plan(
            "split: { matbench: 0 }", ("file: matbench_jdft2d.json", "csv: cubes.csv"), ("exfoliation-en", "volume"));
        var folds = MatbenchFolds.OfNumbers(300);
        Splits(plan)[0].Test.ShouldBe(Enumerable.Range(0, 300).Where(i => folds[i] == 0));
        var warning = warnings.WithoutNotices().ShouldHaveSingleItem();
        (warning.Code, warning.Location.Line, warning.Location.Column).ShouldBe(("TOMO2023", 7, 10));
        warning.Message.ShouldStartWith("The 300 materials are those of no task of matbench, so there are no official folds");
    }

    [Fact]
    public void A_copy_of_a_task_with_other_ids_has_its_folds_and_no_warning()
    {
        _folder.Write("steels.csv", Tables.Csv(312));
        var (plan, warnings) = Plan(
            "split: { matbench: 0 }", ("file: matbench_jdft2d.json", "csv: steels.csv"), ("exfoliation-en", "volume"));
        Splits(plan)[0].Test.Take(3).ShouldBe([2, 4, 19]);
        warnings.WithoutNotices().ShouldBeEmpty();
    }

    [Fact]
    public void Two_classes_to_predict_have_the_folds_of_classes()
    {
        var materials = Classes(40);
        var settings = new SplitSettings { Matbench = "3" };
        var folds = MatbenchFolds.OfClasses(materials.ValuesOf(materials.Target!.Name));
        Rule.Deal(settings, materials, null, 1, 0).Test.ShouldBe(Enumerable.Range(0, 40).Where(i => folds[i] == 3));
    }

    [Fact]
    public void Classes_of_rows_that_are_not_there_leave_the_folds_open()
    {
        var materials = Classes(40, id: i => $"mb-glass-{i + 1:0000}");
        Should.Throw<SplitException>(() => Rule.Deal(new() { Matbench = "0" }, materials, null, 1, 0)).Message.ShouldBe(
            "The folds of matbench for 'gfa' depend on the class of every row, and 5640 of 5680 have none here, "
            + "because of 'dataset.limit' or because they were set aside. Use all rows, or another split.");
    }

    [Fact]
    public void Rows_of_two_tasks_have_no_common_folds()
    {
        var materials = Classes(40, id: i => i < 20 ? $"mb-steels-{i + 1:000}" : $"mb-jdft2d-{i + 1:000}");
        Should.Throw<SplitException>(() => Rule.Deal(new() { Matbench = "0" }, materials, null, 1, 0)).Message.ShouldBe(
            "Materials have ids of matbench_steels, and 'mb-jdft2d-021' is none of them: the folds of matbench are over the rows of one "
            + "task's file. Give the dataset that file alone.");
    }

    [Theory]
    [InlineData("split: { matbench: 5 }", "TOMO1006", "'5' is no choice for 'split.matbench'", "Choices: 0, 1, 2, 3, 4, all.")]
    [InlineData("split: { matbench: 0, by: formula }", "TOMO1009",
        "'split.matbench' prescribes the parts, so 'split.by' has no meaning", "")]
    [InlineData("split: { matbench: 0, rotate: 5 }", "TOMO1009", "so 'split.rotate' has no meaning", "")]
    public void Mistakes_are_told(string line, string code, string told, string choices)
    {
        var problem = Reading.Problem($"{Reading.Minimal}\n{line}");
        problem.Code.ShouldBe(code);
        problem.Message.ShouldContain(told);
        problem.Message.ShouldContain(choices);
    }

    private static MatbenchSplit Rule => SplitRule.Shipped.OfType<MatbenchSplit>().Single();

    private static int[] Fold(int fold)
    {
        var folds = MatbenchFolds.OfNumbers(636);
        return [.. Enumerable.Range(0, 636).Where(i => folds[i] == fold)];
    }

    private static SplitMaterials Classes(int count, Func<int, string>? id = null)
    {
        var property = new Property(new("gfa"), "", PropertyKind.Classes, ["False", "True"], [], "Glass forming ability.");
        ImmutableArray<double> values = [.. Enumerable.Range(0, count).Select(i => i * i % 7 < 3 ? 1.0 : 0.0)];
        return new(
            new(
                [.. values.Select((_, i) => id?.Invoke(i) ?? $"m-{i}")], [.. values.Select(_ => "Fe1")],
                ImmutableDictionary<PropertyName, ImmutableArray<double>>.Empty.Add(property.Name, values)),
            "/studies")
        {
            Target = property,
        };
    }

    private void File(Func<int, bool>? isWhole = null) =>
        _folder.Write("matbench_jdft2d.json", Tables.Matbench("exfoliation_en", 636, isWhole));

    private (Split[] Splits, ImmutableArray<Diagnostic> Warnings) Splits(string line)
    {
        var (plan, warnings) = Plan(line);
        return (Splits(plan), warnings);
    }

    private Split[] Splits(Plan plan)
    {
        var store = new SplitStore(new(_folder.PathOf("store")));
        return [.. plan.Splits.Select(s => store.Read(s.Hash))];
    }

    private (Plan Plan, ImmutableArray<Diagnostic> Warnings) Plan(string line, params (string Old, string New)[] edits)
    {
        var yaml = edits.Aggregate(Yaml, (text, edit) => text.Replace(edit.Old, edit.New, StringComparison.Ordinal));
        var file = _folder.Write("layers.experiment.yaml", $"{yaml}\n{line}");
        var (plans, warnings) = PlanStage.Run(
            new([file], _folder.PathOf("out"), _folder.PathOf("store"), ImmutableDictionary<string, string>.Empty), CancellationToken.None);
        return (plans.ShouldHaveSingleItem(), warnings.ButForSize());
    }
}
