using System.Collections.Immutable;
using System.Text;
using Tomography.Crystals;

namespace Tomography.Workflows.Tests;

/// <summary>Which materials of a dataset are studied: <c>dataset.where</c> and <c>dataset.formulas</c>.</summary>
public sealed class StudiedMaterials : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>40 cubes of Fe, Ni, Co, Cu in turn; every fifth is magnetic, and the first ten have no hardness.</summary>
    private PreparedDataset Prepare(string dataset)
    {
        _folder.Write("cubes.csv", Tables.Csv(40, more: [
            ("magnetic", i => i % 5 == 0 ? "yes" : "no"), ("hardness", i => i < 10 ? "" : $"{i}.5"),
        ]));
        var yaml = $$"""
            experiment: cubes
            dataset: { {{dataset}} }
            representations: [structure]
            targets: [density]
            features: [volume]
            seeds: [1, 2]
            """;
        return new DatasetPreparer(Store, InputLimits.Default).Prepare(
            ExperimentReader.Read(yaml, _folder.PathOf("cubes.experiment.yaml"), ImmutableDictionary<string, string>.Empty).Experiment!,
            CancellationToken.None);
    }

    private DatasetStore Store => new(_folder.PathOf("store"));

    private int[] Taken(string dataset) => [.. Store.Table(Prepare(dataset))!.Ids.Select(i => int.Parse(i[2..]))];

    private string Excluded(PreparedDataset dataset) => Encoding.UTF8.GetString(Store.List(dataset, ReportFiles.Excluded)!);

    private Diagnostic Refused(string dataset) =>
        Should.Throw<DiagnosticException>(() => Prepare(dataset)).Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error);

    [Theory]
    [InlineData("hardness: { below: 12.5 }", new[] { 10, 11, 12 })] // at a bound is within, without a value is not
    [InlineData("hardness: { above: 38 }", new[] { 38, 39 })]
    [InlineData("hardness: { between: [20, 22] }", new[] { 20, 21 })]
    [InlineData("hardness: { between: [15, 26] }, magnetic: yes", new[] { 15, 20, 25 })]
    [InlineData("magnetic: [yes], volume: { below: 40 }", new[] { 0, 5, 10 })]
    [InlineData("is_hubbard: [true], volume: { between: [30, 34] }", new[] { 4, 6 })]
    public void Materials_that_fulfil_all_conditions_are_studied(string where, int[] taken) =>
        Taken($"csv: cubes.csv, where: {{ {where} }}").ShouldBe(taken);

    [Fact]
    public void Formulas_that_come_once_are_counted_among_what_the_conditions_leave()
    {
        const string FiveOfFourElements = "csv: cubes.csv, where: { volume: { below: 31 } }";
        Taken($"{FiveOfFourElements}, formulas: unique").ShouldBe([1, 2, 3]);
        Taken($"{FiveOfFourElements}, formulas: repeated").ShouldBe([0, 4]);
        Taken($"{FiveOfFourElements}, formulas: all").ShouldBe([0, 1, 2, 3, 4]);
    }

    [Fact]
    public void The_limit_is_taken_of_what_they_leave_and_what_is_left_out_is_listed_with_the_reason()
    {
        var dataset = Prepare("csv: cubes.csv, where: { volume: { below: 31 } }, formulas: repeated, limit: 1");
        Store.Table(dataset)!.Ids.ShouldHaveSingleItem().ShouldBeOneOf("m-0", "m-4");
        var excluded = Excluded(dataset);
        excluded.ShouldContain("m-5,cubes.csv,line 72,where,not volume 31 or less\n");
        excluded.ShouldContain("m-1,cubes.csv,line 16,where,not a formula that comes more than once\n");
        excluded.ShouldContain(",limit,dataset.limit takes 1 materials at random\n");
    }

    [Fact]
    public void A_phantom_can_be_narrowed_too()
    {
        var all = Prepare("phantom: { materials: 60, seed: 7, formulas: 6 }").Summary;
        var some = Prepare("phantom: { materials: 60, seed: 7, formulas: 6 }, where: { number-of-sites: { below: 20 } }");
        some.Summary.Materials.ShouldBeInRange(1, all.Materials - 1);
        Excluded(some).ShouldContain(",where,not number-of-sites 20 or less\n");
    }

    [Fact]
    public void The_order_of_conditions_makes_no_other_dataset_and_another_bound_does()
    {
        var key = Prepare("csv: cubes.csv, where: { magnetic: no, volume: { below: 60 } }").Key;
        Prepare("csv: cubes.csv, where: { volume: { below: 60 }, magnetic: [no] }").Key.ShouldBe(key);
        Prepare("csv: cubes.csv, where: { volume: { below: 61 }, magnetic: [no] }").Key.ShouldNotBe(key);
        Prepare("csv: cubes.csv, where: { volume: { below: 60 }, magnetic: no }, formulas: repeated").Key.ShouldNotBe(key);
    }

    [Theory]
    [InlineData("where: { hardnes: { below: 3 } }", "TOMO2003", "The dataset has no property 'hardnes'; did you mean 'hardness'?")]
    [InlineData("where: { hardness: [1, 2] }", "TOMO1004", "must be bounds, like { between: [1, 2] }")]
    [InlineData("where: { magnetic: { below: 3 } }", "TOMO1004", "must list some of them, like [False, True]")]
    [InlineData("where: { magnetic: [tru] }", "TOMO1006", "'tru' is no class of 'magnetic'; did you mean 'True'?")]
    [InlineData(
        "where: { hardness: { below: 12 }, magnetic: yes, volume: { above: 50 } }", "TOMO2002",
        "None of the 40 materials is what the experiment asks for (hardness 12 or less: 2 left; magnetic yes: 1 left; volume 50 or more: 0 "
            + "left).")]
    public void What_does_not_fit_the_dataset_is_told_at_its_line(string where, string code, string message)
    {
        var refused = Refused($"csv: cubes.csv, {where}");
        refused.Code.ShouldBe(code);
        refused.Message.ShouldContain(message);
        refused.Location.Line.ShouldBe(2);
    }
}
