using System.Collections.Immutable;
using System.Text.Json;
using Tomography.Crystals;
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
    public void A_cohort_is_cut_into_cohorts_of_at_most_so_many_models_in_their_order()
    {
        s_order.Cut(2).Select(Keys).ShouldBe(["ab", "c"]);
        s_order.Cut(1).Select(Keys).ShouldBe(["a", "b", "c"]);
        s_order.Cut(3).ShouldHaveSingleItem().ShouldBeSameAs(s_order);
        s_order.Only(m => m.Features.IsEmpty).ShouldNotBeNull().Models.ShouldHaveSingleItem().ShouldBe(s_order.Models[1]);
        s_order.Only(_ => false).ShouldBeNull();
        s_order.Only(_ => true).ShouldBeSameAs(s_order);
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
