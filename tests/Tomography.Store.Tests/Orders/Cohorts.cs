using System.Collections.Immutable;
using System.Text.Json;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Store.Tests;

/// <summary>Orders as files and lines: they say the same wherever they are read, and can be cut.</summary>
public sealed class Cohorts : IDisposable
{
    private static readonly CohortOrder s_order = new(
        "table", "graphs", "split", new([new("energy"), new("density")]), 7,
        new(2, 3, 4, 5), TrainingSettings.Default with { Milestones = [1, 2] },
        [
            new(new("band-gap"), "eV", PropertyKind.Number, [], [], "Größe"),
            new(new("oxide-type"), "", PropertyKind.Classes, ["None", "oxide"], [], ""),
        ],
        3, 1.5, [new("numerics", "1"), new("seed", "7")],
        [Model('a', new([new("oxide-type")])), Model('b', PropertySet.None), Model('c', new([new("oxide-type"), new("band-gap")]))]);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_plan_of_cohorts_comes_back_from_its_file()
    {
        var path = _folder.PathOf("deep", "work.jsonl");
        WorkPlan.Write(path, [s_order, s_order with { Seed = 8, Materials = PropertySet.None }]);
        var read = WorkPlan.Read(path);
        read.Select(Text).ShouldBe([Text(s_order), Text(s_order with { Seed = 8, Materials = PropertySet.None })]);
        read[0].Materials.ShouldBe(s_order.Materials);
        read[0].Models[2].Features.ShouldBe(s_order.Models[2].Features);
        read[0].Models[0].Keeps.ShouldBe(Kept.Predictions | Kept.Weights);
        read[1].Materials.IsEmpty.ShouldBeTrue();
        WorkPlan.Read(_folder.Write("empty.jsonl", "")).ShouldBeEmpty();
    }

    [Fact]
    public void An_unchanged_plan_keeps_its_file_untouched()
    {
        var path = _folder.PathOf("work.jsonl");
        WorkPlan.Write(path, [s_order]);
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
        WorkPlan.Write(path, [s_order]);
        File.GetLastWriteTimeUtc(path).ShouldBe(DateTime.UnixEpoch);
        WorkPlan.Write(path, [s_order with { Seed = 8 }]);
        File.GetLastWriteTimeUtc(path).ShouldNotBe(DateTime.UnixEpoch);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{ \"table\": ")]
    [InlineData("nonsense")]
    public void A_line_that_is_no_cohort_is_told_by_its_number(string line)
    {
        var path = _folder.Write("work.jsonl", $"{Text(s_order)}\n{line}\n");
        Should.Throw<InvalidDataException>(() => WorkPlan.Read(path)).Message
            .ShouldStartWith($"Line 2 of '{path}' is no cohort of models: ");
    }

    [Fact]
    public void A_cohort_is_cut_in_two_in_its_order()
    {
        var (first, rest) = s_order.CutAfter(2);
        (Keys(first), Keys(rest!)).ShouldBe(("ab", "c"));
        (first, rest) = s_order.CutAfter(3);
        first.ShouldBeSameAs(s_order);
        rest.ShouldBeNull();
        s_order.Only(m => m.Features.IsEmpty).ShouldNotBeNull().Models.ShouldHaveSingleItem().ShouldBe(s_order.Models[1]);
        s_order.Only(_ => false).ShouldBeNull();
        s_order.Only(_ => true).ShouldBeSameAs(s_order);
    }

    [Fact]
    public void Cohorts_join_that_differ_in_seed_split_and_materials_alone()
    {
        var read = JsonSerializer.Deserialize<CohortOrder>(Text(s_order), Json.Line)!;
        read.Joins(s_order with { Seed = 8, Split = "other", Materials = PropertySet.None, Retries = 0 }).ShouldBeTrue();
        read.Joins(s_order with { Table = "other" }).ShouldBeFalse();
        read.Joins(s_order with { Graphs = "other" }).ShouldBeFalse();
        read.Joins(s_order with { Model = s_order.Model with { Hidden = 9 } }).ShouldBeFalse();
        read.Joins(s_order with { Training = s_order.Training with { Milestones = [1, 3] } }).ShouldBeFalse();
        read.Joins(s_order with { Training = s_order.Training with { Epochs = 9 } }).ShouldBeFalse();
    }

    [Theory]
    [InlineData(1, "a b c d e f")]
    [InlineData(2, "ab cf de")]
    [InlineData(3, "abc de f")]
    [InlineData(9, "abcf de")]
    public void Orders_are_filled_up_with_cohorts_that_join_and_cut_where_they_are_too_large(int size, string packed)
    {
        CohortOrder[] cohorts =
        [
            s_order,
            s_order with { Graphs = "other", Models = [Model('d', PropertySet.None), Model('e', PropertySet.None)] },
            s_order with { Seed = 8, Models = [Model('f', PropertySet.None)] },
        ];
        var orders = WorkOrder.Pack(cohorts, size);
        string.Join(' ', orders.Select(o => string.Concat(o.Cohorts.Select(Keys)))).ShouldBe(packed);
        orders.SelectMany(o => o.Models).ShouldAllBe(m => m.Cohort.Models.Contains(m.Model));
        var read = JsonSerializer.Deserialize<WorkOrder>(JsonSerializer.Serialize(orders[0], Json.Line), Json.Line)!;
        read.Cohorts.Select(Text).ShouldBe(orders[0].Cohorts.Select(Text), "as a line");
    }

    [Fact]
    public void What_a_cohort_shares_comes_first_in_the_fingerprint_of_each_of_its_models() =>
        s_order.FingerprintOf(s_order.Models[0]).Select(p => p.Name).ShouldBe(["numerics", "seed", "features"]);

    private static ModelOrder Model(char key, PropertySet features) => new(
        new(new string(key, 64)), $"model {key}", new("band-gap"), features, Kept.Predictions | Kept.Weights,
        [new("features", features.ToString())]);

    private static string Text(CohortOrder order) => JsonSerializer.Serialize(order, Json.Line);

    private static string Keys(CohortOrder order) => string.Concat(order.Keys.Select(k => k.Value[0]));
}
