using System.Collections.Immutable;

namespace Tomography.Workflows.Tests;

/// <summary>What of a source is not in the dataset, and what was noticed, stands in the output folder, each of it.</summary>
public sealed class ListsOfRemarks : IDisposable
{
    private const string Yaml = """
        experiment: cubes
        dataset: { csv: cubes.csv }
        representations: [structure]
        targets: [density]
        features: [volume]
        seeds: [1, 2]
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Excluded => _folder.PathOf("out", "cubes", "excluded.csv");

    private string Notes => _folder.PathOf("out", "cubes", "notes.csv");

    private ImmutableArray<Diagnostic> Run(string yaml)
    {
        var request = new WorkflowRequest(
            [_folder.Write("cubes.experiment.yaml", yaml)], _folder.PathOf("out"), _folder.PathOf("store"),
            ImmutableDictionary<string, string>.Empty);
        return PlanStage.Run(request, CancellationToken.None).Warnings;
    }

    [Fact]
    public void All_that_is_excluded_is_listed_and_the_warning_names_the_file()
    {
        _folder.Write("cubes.csv", Tables.Csv(30, cif: i => i < 8 ? "broken" : null!));
        Run(Yaml).First(w => w.Code == "TOMO2010").Message.ShouldEndWith(" A build lists all of them in excluded.csv.");
        var lines = File.ReadAllLines(Excluded);
        lines.Length.ShouldBe(9);
        lines[0].ShouldBe("id,file,place,kind,reason");
        lines[8].ShouldStartWith("m-7,cubes.csv,line 9,unreadable-crystal,\"CIF line 1, column 1: ");
        if (File.Exists(Notes)) File.ReadAllText(Notes).ShouldNotContain("unreadable-crystal");
    }

    [Fact]
    public void What_is_noticed_is_listed_apart()
    {
        _folder.Write("cubes.csv", Tables.Csv(40, more: [("is_hot", i => i < 7 ? "perhaps" : "true")]));
        var yaml = Yaml.Replace("volume", "hot") + "\nproperties: { hot: { column: is_hot, classes: [false, true] } }";
        Run(yaml).Select(w => w.Message).ShouldContain(m => m.EndsWith(" A build lists all of them in notes.csv."));
        var lines = File.ReadAllLines(Notes);
        lines[0].ShouldBe("id,file,place,kind,what");
        lines[1].ShouldBe("m-0,cubes.csv,line 2,unknown-class,hot is 'perhaps'");
        lines.Count(l => l.Contains(",unknown-class,")).ShouldBe(7);
        File.Exists(Excluded).ShouldBeFalse();
    }

    [Fact]
    public void The_report_links_to_the_list_that_is_there_and_to_no_other()
    {
        _folder.Write("cubes.csv", Tables.Csv(40, more: [("is_hot", i => i < 7 ? "perhaps" : "true")]));
        var yaml = Yaml.Replace("volume", "hot") + "\nproperties: { hot: { column: is_hot, classes: [false, true] } }";
        var request = new WorkflowRequest(
            [_folder.Write("cubes.experiment.yaml", yaml)], _folder.PathOf("out"), _folder.PathOf("store"),
            ImmutableDictionary<string, string>.Empty);
        var plan = PlanStage.Run(request, CancellationToken.None).Plans.ShouldHaveSingleItem();
        var names = ReportFiles.Listed(plan, Path.GetDirectoryName(Excluded)!, plan.Variants[0]).Select(f => f.Name).ToArray();
        names.ShouldContain("notes.csv");
        names.ShouldNotContain("excluded.csv");
    }

    [Fact]
    public void A_second_build_leaves_the_lists_alone_and_writes_one_that_is_gone()
    {
        _folder.Write("cubes.csv", Tables.Csv(30, cif: i => i < 2 ? "broken" : null!));
        Run(Yaml);
        var text = File.ReadAllText(Excluded);
        File.SetLastWriteTimeUtc(Excluded, DateTime.UnixEpoch);
        Run(Yaml);
        File.GetLastWriteTimeUtc(Excluded).ShouldBe(DateTime.UnixEpoch);
        File.Delete(Excluded);
        Run(Yaml);
        File.ReadAllText(Excluded).ShouldBe(text);
    }

    [Fact]
    public void Lists_are_removed_where_there_is_nothing_to_list_and_by_cleaning()
    {
        _folder.Write("cubes.csv", Tables.Csv(30, cif: i => i < 2 ? "broken" : null!));
        Run(Yaml);
        _folder.Write("cubes.csv", Tables.Csv(30));
        Run(Yaml);
        File.Exists(Excluded).ShouldBeFalse();
        Run(Yaml.Replace("cubes.csv", "cubes.csv, limit: 20"));
        File.ReadAllLines(Excluded).Length.ShouldBe(11);
        File.ReadAllText(Excluded).ShouldContain(",limit,dataset.limit takes 20 materials at random\n");
        CleanStage.Run(_folder.PathOf("out", "cubes"));
        Directory.Exists(_folder.PathOf("out", "cubes")).ShouldBeFalse();
    }

    [Fact]
    public void A_store_that_lacks_a_list_reads_the_source_again()
    {
        _folder.Write("cubes.csv", Tables.Csv(30, cif: i => i < 2 ? "broken" : null!));
        Run(Yaml);
        var text = File.ReadAllText(Excluded);
        foreach (var file in Directory.GetFiles(_folder.PathOf("store"), "excluded.csv.bin", SearchOption.AllDirectories))
            File.Delete(file);
        Run(Yaml);
        File.ReadAllText(Excluded).ShouldBe(text);
    }
}
