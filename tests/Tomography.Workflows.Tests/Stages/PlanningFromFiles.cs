using System.Collections.Immutable;

namespace Tomography.Workflows.Tests;

/// <summary>Experiments and datasets as files, plans as files: what the first stage of a build does.</summary>
public sealed class PlanningFromFiles : IDisposable
{
    private const string Yaml = """
        experiment: cubes
        dataset:
          csv: cubes.csv
        representations: [structure]
        targets: [density, volume]
        features: [is-hubbard]
        seeds: [1, 2]
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private WorkflowRequest Request(params string[] files) =>
        new([.. files], _folder.PathOf("out"), _folder.PathOf("store"), ImmutableDictionary<string, string>.Empty);

    private (Plan Plan, ImmutableArray<Diagnostic> Warnings) Run(string yaml)
    {
        var (plans, warnings) = PlanStage.Run(Request(_folder.Write("cubes.experiment.yaml", yaml)), CancellationToken.None);
        return (plans.ShouldHaveSingleItem(), warnings.ButForSize().WithoutNotices());
    }

    private Diagnostic Problem(string yaml) =>
        Should.Throw<DiagnosticException>(() => Run(yaml)).Diagnostics.WithoutNotices().ShouldHaveSingleItem();

    private SourceLocation At(int line, int column) => new(_folder.PathOf("cubes.experiment.yaml"), line, column);

    private static HashSet<JobKey> Keys(Plan plan) => [.. plan.Jobs.Select(j => j.Key)];

    [Fact]
    public void A_compressed_table_gives_the_keys_of_the_plain_one()
    {
        var text = Tables.Csv(20);
        _folder.Write("cubes.csv", text);
        File.WriteAllBytes(_folder.PathOf("packed.csv.gz"), Tables.Compressed(text));
        Keys(Run(Yaml.Replace("cubes.csv", "packed.csv.gz")).Plan).SetEquals(Keys(Run(Yaml).Plan)).ShouldBeTrue();
    }

    [Fact]
    public void A_feature_more_keeps_the_keys_of_a_dataset_without_gaps()
    {
        _folder.Write("cubes.csv", Tables.Csv(20));
        var before = Keys(Run(Yaml).Plan);
        var after = Keys(Run(Yaml.Replace("[is-hubbard]", "[is-hubbard, volume]")).Plan);
        (before.Count, after.Count).ShouldBe((8, 12));
        before.IsSubsetOf(after).ShouldBeTrue();
    }

    [Fact]
    public void One_value_changed_changes_the_keys_of_its_property_and_one_row_more_all()
    {
        _folder.Write("cubes.csv", Tables.Csv(20));
        var before = Keys(Run(Yaml).Plan);
        _folder.Write("cubes.csv", Tables.Csv(20, density: i => i == 7 ? "1e9" : $"{i * 0.5}"));
        Keys(Run(Yaml).Plan).Intersect(before).Count().ShouldBe(4); // those of the other target
        _folder.Write("cubes.csv", Tables.Csv(21));
        Keys(Run(Yaml).Plan).Intersect(before).ShouldBeEmpty();
    }

    [Fact]
    public void An_unchanged_plan_is_not_written_again()
    {
        _folder.Write("cubes.csv", Tables.Csv(20));
        Run(Yaml);
        var path = _folder.PathOf("out", "cubes", "plan.json");
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
        Run(Yaml);
        File.GetLastWriteTimeUtc(path).ShouldBe(DateTime.UnixEpoch);
        Run(Yaml.Replace("[1, 2]", "[1]"));
        File.GetLastWriteTimeUtc(path).ShouldNotBe(DateTime.UnixEpoch);
    }

    [Fact]
    public void A_missing_dataset_is_told_with_the_nearest_file()
    {
        _folder.Write("cube.csv", "");
        var problem = Problem(Yaml);
        (problem.Code, problem.Location).ShouldBe(("TOMO2001", At(3, 3)));
        problem.Message.ShouldContain("Did you mean 'cube.csv'? Paths are relative to the experiment file.");
        Problem(Yaml.Replace("csv: cubes.csv", "folder: crystals")).Code.ShouldBe("TOMO2001");
    }

    [Theory]
    [InlineData("")]
    [InlineData("material_id,density,volume,is_hubbard\na,1,2,True\n")]
    [InlineData("material_id,density,volume,is_hubbard,cif\n")]
    [InlineData("material_id,density,volume,is_hubbard,cif\na,1,2,True,broken\n")]
    public void A_dataset_of_which_nothing_can_be_used_is_told(string text)
    {
        _folder.Write("cubes.csv", text);
        var problems = Should.Throw<DiagnosticException>(() => Run(Yaml)).Diagnostics;
        problems.ShouldNotBeEmpty();
        problems.ShouldAllBe(p => (p.Code == "TOMO2002" || p.Code == "TOMO2003") && p.Location.Line > 0);
    }

    [Fact]
    public void A_damaged_archive_is_told()
    {
        var bytes = Tables.Compressed(Tables.Csv(500));
        bytes[^6] ^= 1; // in the check sum at its end
        File.WriteAllBytes(_folder.PathOf("cubes.csv.gz"), bytes);
        Problem(Yaml.Replace("cubes.csv", "cubes.csv.gz")).Code.ShouldBe("TOMO2002");
    }

    [Fact]
    public void A_property_that_the_dataset_lacks_is_told_with_the_nearest()
    {
        _folder.Write("cubes.csv", Tables.Csv(20));
        var problem = Problem(Yaml.Replace("[density, volume]", "[density, volumes]"));
        (problem.Code, problem.Location).ShouldBe(("TOMO2003", At(5, 20)));
        problem.Message.ShouldStartWith(
            "The dataset has no property 'volumes'; did you mean 'volume'? It has: density, volume, is-hubbard, ");
    }

    [Fact]
    public void A_target_that_is_constant_is_told()
    {
        _folder.Write("cubes.csv", Tables.Csv(20, density: _ => "7.5"));
        var problem = Problem(Yaml);
        (problem.Code, problem.Location).ShouldBe(("TOMO2006", At(5, 11)));
        problem.Message.ShouldBe("'density' has the same value for all 20 materials: there is nothing to learn.");
    }

    [Theory]
    [InlineData("material")]
    [InlineData("formula")]
    public void An_empty_part_of_the_split_is_told(string by)
    {
        _folder.Write("cubes.csv", Tables.Csv(4));
        var problem = Problem(Yaml + $"\nsplit: {{ by: {by} }}");
        (problem.Code, problem.Location).ShouldBe(("TOMO2005", At(8, 1)));
        problem.Message.ShouldBe(
            "4 materials do not fill the parts 0.6 / 0.2 / 0.2 of the split (seed 1). Use more materials or larger shares.");
    }

    [Fact]
    public void Materials_set_aside_are_one_warning_with_the_first_five_places()
    {
        _folder.Write("cubes.csv", Tables.Csv(30, cif: i => i < 8 ? "broken" : null!));
        var (plan, warnings) = Run(Yaml);
        plan.Dataset.Summary.SetAside.ShouldBe(8);
        var warning = warnings.ShouldHaveSingleItem();
        (warning.Severity, warning.Code, warning.Location).ShouldBe((DiagnosticSeverity.Warning, "TOMO2010", At(2, 1)));
        warning.Message.ShouldContain("First of 8: ");
        warning.Message.ShouldContain("m-4");
        warning.Message.ShouldNotContain("m-5");
        warning.Message.ShouldNotContain("..");
        Run(Yaml).Warnings.ShouldBe(warnings); // also where the dataset is found in the store
    }

    [Fact]
    public void Two_experiments_of_one_name_are_told()
    {
        _folder.Write("cubes.csv", Tables.Csv(20));
        var request = Request(
            _folder.Write("a.experiment.yaml", Yaml),
            _folder.Write("b.experiment.yaml", Yaml.Replace("cubes\n", "CUBES\n")));
        var problem = Should
            .Throw<DiagnosticException>(() => PlanStage.Run(request, CancellationToken.None))
            .Diagnostics.ButForSize().WithoutNotices().ShouldHaveSingleItem();
        (problem.Code, problem.Location).ShouldBe(("TOMO1012", new(_folder.PathOf("b.experiment.yaml"), 1, 1)));
    }

    [Fact]
    public void Problems_of_all_files_are_told()
    {
        var request = Request(
            _folder.Write("a.experiment.yaml", "seeds: 1"),
            _folder.PathOf("b.experiment.yaml"),
            _folder.Write("c.experiment.yaml", Yaml));
        Should
            .Throw<DiagnosticException>(() => PlanStage.Run(request, CancellationToken.None))
            .Diagnostics.Select(d => d.Code)
            .ShouldBe(["TOMO1002", "TOMO1002", "TOMO1002", "TOMO1008", "TOMO2001"]);
    }

    [Fact]
    public void A_store_or_an_output_folder_that_cannot_be_written_is_told()
    {
        _folder.Write("cubes.csv", Tables.Csv(20));
        _folder.Write("store", "a file where the folder should be");
        Problem(Yaml).Code.ShouldBe("TOMO3004");
        File.Delete(_folder.PathOf("store"));
        _folder.Write("out", "a file where the folder should be");
        var problem = Problem(Yaml);
        problem.Code.ShouldBe("TOMO3004");
        problem.Message.ShouldContain("Name another with -p:TomographyOutput=folder.");
    }

    [SharedDataFact]
    public void Real_materials_are_planned()
    {
        var yaml =
            $"experiment: real\ndataset: {{ csv: '{SharedData.PathOf("materials-project-2k.csv")}', limit: 60 }}\nrepresentations: "
                + $"[composition]\ntargets: [band-gap]";
        Run(yaml).Plan.Jobs.Length.ShouldBe(5 * 14);
    }
}
