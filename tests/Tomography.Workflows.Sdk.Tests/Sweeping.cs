using System.Text.Json;
using Shouldly;
using Tomography.Testing;
using Xunit;

namespace Tomography.Workflows.Sdk.Tests;

public class Sweeping
{
    private const string ResultsHeader =
        "representation,target,features,seed,test_mae,r2,constant_mae,materials,validation_mae,best_epoch,epochs,seconds,model";

    [Fact]
    public void A_sweep_trains_every_job_and_writes_every_output()
    {
        using var workspace = new Workspace();
        var build = workspace.Build(workspace.WriteExperiment()).ShouldSucceed();

        // 2 representations x 2 targets x 2 seeds x (1 baseline + 1 feature)
        build.Jobs.ShouldBe((16, 0, 16, 0));
        build.Text.ShouldContain("Report: " + workspace.PathOf("out", "small", "report.html"));
        var results = File.ReadAllLines(workspace.PathOf("out", "small", "results.csv"));
        results[0].ShouldBe(ResultsHeader);
        results.Length.ShouldBe(17);
        results.Count(r => r.Split(',')[2].Length == 0).ShouldBe(8, "one baseline per representation, target and seed");
        JsonDocument
            .Parse(File.ReadAllText(workspace.PathOf("out", "small", "analysis.json")))
            .RootElement.ValueKind.ShouldBe(JsonValueKind.Object);
        JsonDocument
            .Parse(File.ReadAllText(workspace.PathOf("out", "small", "plan.json")))
            .RootElement.GetProperty("jobs")
            .GetArrayLength()
            .ShouldBe(16);
        File.ReadAllText(workspace.PathOf("out", "small", "report.html")).ShouldContain("<svg");
        File.ReadAllBytes(workspace.PathOf("out", "small", "report.xlsx"))
            .Take(2)
            .ShouldBe("PK"u8.ToArray(), "a workbook is a zip archive");
    }

    [Fact]
    public void Running_again_trains_nothing_and_leaves_every_output_untouched()
    {
        using var workspace = new Workspace();
        var experiment = workspace.WriteExperiment();
        workspace.Build(experiment).ShouldSucceed();
        var before = Times(workspace.Output);
        workspace.Build(experiment).ShouldSucceed().Jobs.ShouldBe((16, 16, 0, 0));
        Times(workspace.Output).ShouldBe(before);
    }

    [Fact]
    public void Changing_the_epochs_trains_every_job_anew()
    {
        using var workspace = new Workspace();
        workspace.Build(workspace.WriteExperiment(epochs: 2)).ShouldSucceed();
        workspace.Build(workspace.WriteExperiment(epochs: 3)).ShouldSucceed().Jobs.ShouldBe((16, 0, 16, 0));
        // And going back finds the first results again.
        workspace.Build(workspace.WriteExperiment(epochs: 2)).ShouldSucceed().Jobs.ShouldBe((16, 16, 0, 0));
    }

    [Fact]
    public void Adding_a_seed_trains_exactly_its_jobs()
    {
        using var workspace = new Workspace();
        workspace.Build(workspace.WriteExperiment(seeds: "[1, 2]")).ShouldSucceed();
        workspace.Build(workspace.WriteExperiment(seeds: "[1, 3, 2]")).ShouldSucceed().Jobs.ShouldBe((24, 16, 8, 0));
        File.ReadAllLines(workspace.PathOf("out", "small", "results.csv")).Length.ShouldBe(25);
    }

    [Fact]
    public void Adding_a_feature_trains_exactly_its_jobs()
    {
        using var workspace = new Workspace();
        workspace.Build(workspace.WriteExperiment(features: "[number-of-sites]")).ShouldSucceed();
        workspace.Build(workspace.WriteExperiment(features: "[oxide-type, number-of-sites]")).ShouldSucceed().Jobs.ShouldBe((24, 16, 8, 0));
    }

    [Fact]
    public void Several_experiments_of_one_build_share_the_jobs_they_have_in_common()
    {
        using var workspace = new Workspace();
        workspace.WriteExperiment("first", seeds: "[1]");
        workspace.WriteExperiment("second", seeds: "[1, 2]");
        // Relative paths start where the command was given, which is the workspace.
        var build = workspace.Build("first.experiment.yaml%3Bsecond.experiment.yaml").ShouldSucceed();
        build.Jobs.ShouldBe((16, 0, 16, 0));
        File.Exists(workspace.PathOf("out", "first", "report.html")).ShouldBeTrue();
        File.ReadAllLines(workspace.PathOf("out", "second", "results.csv")).Length.ShouldBe(17);
    }

    [Fact]
    public void A_csv_dataset_beside_the_experiment_is_swept()
    {
        using var workspace = new Workspace();
        var csv =
            "material_id,density,band_gap,cif\n"
            + string.Concat(Enumerable.Range(0, 20).Select(i => $"m{i},{1 + i * 0.1},{i % 3},\"{Cubic(3 + i * 0.1)}\"\n"));
        workspace.Write("data/cubes.csv", csv);
        var experiment = workspace.Write("cubes.experiment.yaml", """
            experiment: cubes
            dataset: { csv: data/cubes.csv }
            representations: [structure]
            targets: [density]
            features: [band-gap]
            seeds: [5]
            model: { convolutions: 1, atom-features: 4, hidden: 4 }
            training: { epochs: 2, batch-size: 8 }
            """);
        workspace.Build(experiment).ShouldSucceed().Jobs.ShouldBe((2, 0, 2, 0));
    }

    [SharedDataFact]
    public void Real_crystals_are_swept_in_both_representations()
    {
        using var workspace = new Workspace();
        var experiment = workspace.Write("real.experiment.yaml", $$"""
            experiment: real
            dataset: { csv: "{{SharedData.PathOf("materials-project-2k.csv")}}" }
            targets: [formation-energy-per-atom, density]
            features: [band-gap, spacegroup-crystal-system, number-of-sites, volume]
            seeds: [123, 456]
            training: { epochs: 10 }
            """);
        // 2 representations x 2 targets x 2 seeds x (1 + 4)
        workspace.Build(experiment).ShouldSucceed().Jobs.ShouldBe((40, 0, 40, 0));
        var errors = File.ReadLines(workspace.PathOf("out", "real", "results.csv"))
            .Skip(1)
            .Select(line => double.Parse(line.Split(',')[4]))
            .ToArray();
        errors.ShouldAllBe(e => e > 0.01 && e < 20);
        File.ReadAllText(workspace.PathOf("out", "real", "report.html")).ShouldNotContain("synthetic");
    }

    private static string Cubic(double edge) =>
        $"data_x\n_cell_length_a {edge}\n_cell_length_b {edge}\n_cell_length_c {edge}\n_cell_angle_alpha 90\n_cell_angle_beta "
            + $"90\n_cell_angle_gamma 90\nloop_\n_symmetry_equiv_pos_as_xyz\n'x, y, "
            + $"z'\nloop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\nNa1 0 0 0\nCl1 0.5 0.5 0.5\n";

    private static Dictionary<string, DateTime> Times(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(f => f, File.GetLastWriteTimeUtc);
}
