using Shouldly;
using Tomography.Testing;
using Xunit;

namespace Tomography.Workflows.Sdk.Tests;

public class Failing
{
    [Fact]
    public void Every_mistake_of_an_experiment_is_an_error_with_code_file_line_and_column_in_one_build()
    {
        using var workspace = new Workspace();
        var experiment = workspace.Write("wrong.experiment.yaml", """
            experiment: wrong
            dataset:
              phantom: { materials: 40, seeds: 7 }
            targets: [densty!, oxide-type]
            training: { epochs: 0, optimiser: adam }
            """);
        var build = workspace.Build(experiment);
        build.ExitCode.ShouldBe(1);
        build.Text.ShouldContain($"{experiment}(3,29): error TOMO1003: 'seeds' is not a key of 'dataset.phantom'; did you mean 'seed'?");
        build.Text.ShouldContain($"{experiment}(4,11): error TOMO1006: ");
        build.Text.ShouldContain($"{experiment}(4,20): error TOMO1010: 'oxide-type' cannot be a target");
        build.Text.ShouldContain($"{experiment}(5,21): error TOMO1005: 'training.epochs' must be from 1");
        build.Text.ShouldContain($"{experiment}(5,24): error TOMO1003: 'optimiser' is not a key of 'training'; did you mean 'optimizer'?");
        build.Text.ShouldContain(" Help: docs/diagnostics/TOMO1003.md");
        build.Text.ShouldContain("5 Error(s)");
        Directory.Exists(workspace.Output).ShouldBeFalse("nothing was trained or written");
    }

    [Fact]
    public void A_job_that_diverges_fails_alone_and_the_report_of_the_others_is_written()
    {
        using var workspace = new Workspace();
        // The baseline trains; with a learning rate this high the first step throws the weights out of range.
        var good = workspace.WriteExperiment("good", seeds: "[1]");
        var bad = workspace.Write(
            "bad.experiment.yaml",
            File.ReadAllText(good)
                .Replace("experiment: good", "experiment: bad")
                .Replace("batch-size: 16", "batch-size: 16, learning-rate: 1000, momentum: 0.99"));
        File.WriteAllText(bad, File.ReadAllText(bad).Replace("epochs: 2", "epochs: 200"));
        var build = workspace.Build($"{good}%3B{bad}");
        build.ExitCode.ShouldBe(1);
        var jobs = build.Jobs;
        jobs.Failed.ShouldBeGreaterThan(0, build.Text);
        jobs.Trained.ShouldBeGreaterThanOrEqualTo(8);
        build.Text.ShouldContain("error TOMO3001: Job '");
        build.Text.ShouldContain("diverged in epoch");
        build.Text.ShouldContain("Its log is '" + workspace.PathOf("store", "logs"));
        File.ReadAllLines(workspace.PathOf("out", "good", "results.csv")).Length.ShouldBe(9);
        File.Exists(workspace.PathOf("out", "bad", "report.html")).ShouldBeTrue();
    }

    [Fact]
    public void Workers_that_die_and_templates_that_are_not_there_leave_the_last_line_true()
    {
        using var workspace = new Workspace();
        var build = workspace.Build(
            workspace.WriteExperiment(),
            "-p:TomographyWorkerAssembly=/nowhere/worker.dll",
            "-p:TomographyTemplates=nowhere",
            "-p:TomographyWorkers=1");
        build.ExitCode.ShouldBe(1);
        build.Text.ShouldContain("error TOMO3005: ");
        build.Text.ShouldContain($"error TOMO4001: The folder of report templates '{workspace.PathOf("nowhere")}' does not exist.");
        build.Jobs.ShouldBe((16, 0, 0, 3));
    }

    [Fact]
    public void A_number_of_workers_that_is_none_is_an_error()
    {
        using var workspace = new Workspace();
        var build = workspace.Build(workspace.WriteExperiment(), "-p:TomographyWorkers=many");
        build.Text.ShouldNotContain("Jobs: 0 planned");
        build.Text.ShouldContain("error TOMO1005: TomographyWorkers must be from 1 to 1024, not 'many'");
    }

    [Fact]
    public void A_device_that_is_none_or_not_there_is_an_error_before_anything_is_trained()
    {
        using var workspace = new Workspace();
        var none = workspace.Build(workspace.WriteExperiment(), "-p:TomographyDevice=gpu");
        none.Text.ShouldContain(
            "error TOMO1006: TomographyDevice must be auto, cpu, cuda, or devices joined by '+' like cuda:0+1 or cpu+cuda:0, not 'gpu'");
        // No machine has so many GPUs.
        var vain = workspace.Build(workspace.WriteExperiment(), "-p:TomographyDevice=cpu+cuda:77");
        vain.ExitCode.ShouldBe(1);
        vain.Text.ShouldContain("error TOMO3011: TomographyDevice=cpu+cuda:77: 'cuda:77' cannot be used: ");
        vain.Jobs.ShouldBe((16, 0, 0, 0));
        workspace.Build(workspace.WriteExperiment(), "-p:TomographyDevice=auto").ShouldSucceed().Jobs.ShouldBe((16, 0, 16, 0));
        // Where there is nothing to train, nobody has to know.
        workspace.Build(workspace.WriteExperiment(), "-p:TomographyDevice=cuda:77").ShouldSucceed().Jobs.ShouldBe((16, 16, 0, 0));
    }

    [Fact]
    public void The_study_of_the_materials_project_asks_for_its_dataset()
    {
        using var workspace = new Workspace();
        var build = workspace.Build(Repository.PathOf("workflows", "materials-project.experiment.yaml"));
        build.ExitCode.ShouldBe(1);
        build.Text.ShouldContain(
            "error TOMO1011: 'dataset.csv' needs a value for ${TomographyDataset}: add -p:TomographyDataset=path to the command.");
    }

    [SharedDataFact]
    public void The_study_of_the_materials_project_plans_1260_models()
    {
        using var workspace = new Workspace();
        var build = workspace.Build(
            Repository.PathOf("workflows", "materials-project.experiment.yaml"),
            "-t:TomographyPlan",
            "-p:TomographyDataset=" + SharedData.PathOf("materials-project-2k.csv"));
        build.ShouldSucceed();
        PlanStage.Read(workspace.PathOf("out", "materials-project", "plan.json")).Jobs.Length.ShouldBe(1260);
    }
}
