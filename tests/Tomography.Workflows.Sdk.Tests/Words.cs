using System.Text.Json;
using Shouldly;
using Xunit;

namespace Tomography.Workflows.Sdk.Tests;

/// <summary>Each word of <c>-t:</c> does what it says, and none of them trains.</summary>
public class Words
{
    [Fact]
    public void Plan_says_how_many_jobs_there_are_and_why_each_would_be_trained()
    {
        using var workspace = new Workspace();
        var first = workspace.Build(workspace.WriteExperiment(), "-t:Plan").ShouldSucceed();
        first.Text.ShouldContain("Plan: 16 jobs, 0 done, 16 to train.");
        first.Text.ShouldContain("the store is empty");
        workspace.Build(workspace.WriteExperiment()).ShouldSucceed();
        workspace.Build(workspace.WriteExperiment(), "-t:Plan").ShouldSucceed().Text.ShouldContain("Plan: 16 jobs, 16 done, 0 to train.");

        var more = workspace.Build(workspace.WriteExperiment(seeds: "[1, 2, 9]"), "-t:Plan", "-p:TomographyWorkers=2").ShouldSucceed();
        more.Text.ShouldContain("Plan: 24 jobs, 16 done, 8 to train.");
        more.Text.ShouldContain("8  seed 9 is new");
        more.Text.ShouldContain("with 2 workers, from the times of like jobs");
        var todo = JsonDocument.Parse(File.ReadAllText(workspace.PathOf("out", "small", "todo.json"))).RootElement;
        todo.GetArrayLength().ShouldBe(8);
        todo[0].GetProperty("differences")[0].GetProperty("name").GetString().ShouldBe("seed");
        JsonDocument
            .Parse(File.ReadAllText(workspace.PathOf("out", "small", "plan.json")))
            .RootElement.GetProperty("jobs")
            .GetArrayLength()
            .ShouldBe(24);

        workspace.Build(workspace.WriteExperiment(epochs: 3), "-t:Plan").ShouldSucceed().Text.ShouldContain("16  training.epochs: 2 -> 3");
        workspace
            .Build(workspace.WriteExperiment(seeds: "[9]", features: "[oxide-type]"), "-t:Plan")
            .ShouldSucceed()
            .Text.ShouldContain("seed 9 is new, features oxide-type is new");
        Directory
            .EnumerateFiles(workspace.PathOf("store", "results"), "*", SearchOption.AllDirectories)
            .Count()
            .ShouldBe(16, "nothing was trained");
    }

    [Fact]
    public void Explain_shows_the_parts_of_a_job_against_the_nearest_one()
    {
        using var workspace = new Workspace();
        workspace.Build(workspace.WriteExperiment()).ShouldSucceed();
        var experiment = workspace.WriteExperiment(epochs: 3);
        workspace.Build(experiment, "-t:Plan").ShouldSucceed();
        var key = JsonDocument
            .Parse(File.ReadAllText(workspace.PathOf("out", "small", "plan.json")))
            .RootElement.GetProperty("jobs")[1]
            .GetProperty("key")
            .GetString()!;
        var text = workspace.Build(experiment, "-t:Explain", $"-p:Job={key[..10]}").ShouldSucceed().Text;
        text.ShouldContain($"key         {key}");
        text.ShouldContain("state       to be trained");
        text.ShouldContain("which differs in 1 part:");
        text.ShouldContain("training.epochs: 2 -> 3");
        text.ShouldContain("* training.epochs = 3");
        text.ShouldContain("  training.batch-size = 16");

        var wrong = workspace.Build(experiment, "-t:Explain", "-p:Job=00000000000");
        wrong.ExitCode.ShouldBe(1);
        wrong.Text.ShouldContain(
            "error TOMO3007: No job of the given experiments or of the store has a key that begins with '00000000000'.");
    }

    [Fact]
    public void Report_is_made_from_what_is_there_and_says_what_is_missing()
    {
        using var workspace = new Workspace();
        workspace.Build(workspace.WriteExperiment()).ShouldSucceed();
        var build = workspace.Build(workspace.WriteExperiment(seeds: "[1, 2, 3]"), "-t:Report").ShouldSucceed();
        build.Text.ShouldContain("small: 8 of 24 models have no result yet, so the report is provisional.");
        build.Text.ShouldContain("and 3 more; -t:Plan says why");
        File.ReadAllLines(workspace.PathOf("out", "small", "results.csv")).Length.ShouldBe(17);
        File.ReadAllText(workspace.PathOf("out", "small", "report.html")).ShouldContain("8 of 24 models have no result");
    }

    [Fact]
    public void Validate_checks_and_writes_no_output()
    {
        using var workspace = new Workspace();
        var valid = workspace.Build(workspace.WriteExperiment(), "-t:Validate", "-p:TomographyDevice=cpu", "-p:TomographyWorkers=3");
        valid.ShouldSucceed().Text.ShouldContain(
            "small is valid: 40 materials, 2 representations x 2 targets x 2 seeds x (1 + 1) = 16 models.");
        valid.Text.ShouldContain("Devices: 3 CPU workers.");
        Directory.Exists(workspace.Output).ShouldBeFalse();
        var wrong = workspace.Build(workspace.Write("wrong.experiment.yaml", "experiment: wrong\ntargets: [density]\n"), "-t:Validate");
        wrong.ExitCode.ShouldBe(1);
        wrong.Text.ShouldContain("error TOMO1002: 'dataset' is missing");
    }

    [Fact]
    public void A_property_that_nothing_reads_is_told_once_and_an_environment_variable_never()
    {
        using var workspace = new Workspace();
        using var run = workspace.StartWith(["env", "TomographyStores=/nowhere"], workspace.WriteExperiment(), "-p:Experiments=a.yaml");
        var build = run.Finish(TimeSpan.FromMinutes(5)).ShouldSucceed();
        build.Jobs.Planned.ShouldBe(16);
        build.Text.ShouldContain(
            "command line : warning TOMO5001: 'Experiments' is no property of a workflow, so it does nothing; did you mean 'Experiment'?");
        // MSBuild says each warning where it comes up and again at the end; that the study is small is another.
        build.Text.Split("warning TOMO5001").Length.ShouldBe(3);
        build.Text.ShouldContain("2 Warning(s)");
        build.Text.ShouldNotContain("TomographyStores");
    }

    [Fact]
    public void Status_reads_while_another_build_trains()
    {
        using var workspace = new Workspace();
        var experiment = workspace.WriteExperiment(seeds: "[1, 2, 3, 4, 5, 6]", epochs: 3000);
        workspace.Build(experiment, "-t:Status").ShouldSucceed().Text.ShouldContain("small: not planned yet.");
        using var build = workspace.Start(experiment);
        BuildOutput status;
        do
        {
            build.HasExited.ShouldBeFalse(build.Text);
            status = workspace.Build(experiment, "-t:Status").ShouldSucceed();
        }
        while (!status.Text.Contains("  running  ", StringComparison.Ordinal));
        status.Text.ShouldMatch(@"small: \d+ of 48 jobs done \(\d+ %\), [12] running, 0 failed, \d+ to train\.");
        status.Text.ShouldMatch(@"running  (structure|composition) .*: epoch \d+ of 3000");
        status.Text.ShouldMatch(@"Training on .* \(process \d+\) since .* UTC: small: \d+ of 48 jobs done");
        build.Signal(9);
        build.Finish(TimeSpan.FromMinutes(1)).ExitCode.ShouldNotBe(0);
        workspace.Build(experiment, "-t:Status").ShouldSucceed().Text.ShouldContain("No build trains in this store now.");
    }

    [Fact]
    public void Status_and_prune_know_a_build_that_trains_where_the_file_system_has_no_locks()
    {
        string[] noLocks = ["DOTNET_SYSTEM_IO_DISABLEFILELOCKING=1"];
        using var workspace = new Workspace();
        var experiment = workspace.WriteExperiment(seeds: "[1, 2, 3, 4, 5, 6]", epochs: 3000);
        using var build = workspace.StartWith(noLocks, experiment);
        string status;
        do
        {
            build.HasExited.ShouldBeFalse(build.Text);
            status = Word("-t:Status").ShouldSucceed().Text;
        }
        while (!status.Contains("  running  ", StringComparison.Ordinal));
        status.ShouldMatch(@"Training on .* \(process \d+\) since .* UTC: small: \d+ of 48 jobs done");
        Word("-t:Prune").Text.ShouldContain("error TOMO3008: 1 build trains in the store");
        build.Signal(9);
        build.Finish(TimeSpan.FromMinutes(1)).ExitCode.ShouldNotBe(0);
        Word("-t:Status").ShouldSucceed().Text.ShouldContain("No build trains in this store now.");

        BuildOutput Word(string target)
        {
            using var word = workspace.StartWith(noLocks, experiment, target);
            return word.Finish(TimeSpan.FromMinutes(2));
        }
    }

    [Fact]
    public void Prune_lists_first_and_deletes_when_that_is_confirmed()
    {
        using var workspace = new Workspace();
        workspace.Build(workspace.WriteExperiment(seeds: "[1, 2]")).ShouldSucceed();
        var fewer = workspace.WriteExperiment(seeds: "[1]");
        var listed = workspace.Build(fewer, "-t:Prune").ShouldSucceed().Text;
        listed.ShouldContain("that no given experiment references would be deleted:");
        listed.ShouldContain("8  result (");
        listed.ShouldContain("Nothing was deleted.");
        workspace.Build(fewer, "-t:Prune", "-p:Confirm=true").ShouldSucceed().Text.ShouldContain("are deleted:");
        workspace.Build(fewer).ShouldSucceed().Jobs.ShouldBe((8, 8, 0, 0));
        workspace
            .Build(fewer, "-t:Prune")
            .ShouldSucceed()
            .Text.ShouldContain("the store holds nothing that the given experiments do not reference");
        workspace.Build(workspace.WriteExperiment(seeds: "[1, 2]")).ShouldSucceed().Jobs.ShouldBe((16, 8, 8, 0));
    }

    [Fact]
    public void Prune_keeps_what_steering_asked_for_and_takes_nothing_but_true_for_a_confirmation()
    {
        using var workspace = new Workspace();
        var experiment = workspace.WriteExperiment(seeds: "[1, 2]");
        workspace.Build(experiment).ShouldSucceed();
        workspace.Build(experiment, "-t:Steer", "-p:Budget=8").ShouldSucceed();
        var next = workspace.Build(workspace.PathOf("next.experiment.yaml")).ShouldSucceed().Jobs;
        next.Trained.ShouldBeGreaterThan(0);
        workspace
            .Build(experiment, "-t:Prune")
            .ShouldSucceed()
            .Text.ShouldContain("the store holds nothing that the given experiments do not reference");

        var fewer = workspace.WriteExperiment("fewer", seeds: "[1]");
        File.Delete(workspace.PathOf("next.experiment.yaml"));
        foreach (var word in new[] { "yes", "on", "1" })
        {
            var refused = workspace.Build(fewer, "-t:Prune", $"-p:Confirm={word}");
            refused.ExitCode.ShouldBe(1);
            refused.Text.ShouldContain($"error TOMO1006: Confirm must be true or false, not '{word}'; leave it out for false.");
        }

        workspace.Build(workspace.PathOf("small.experiment.yaml")).ShouldSucceed().Jobs.ShouldBe((16, 16, 0, 0));
        workspace
            .Build(fewer, "-p:KeepGoing=maybe")
            .Text.ShouldContain("error TOMO1006: KeepGoing must be true or false, not 'maybe'; leave it out for true.");
    }

    [Fact]
    public void Clean_removes_outputs_and_neither_the_store_nor_what_the_user_put_there()
    {
        using var workspace = new Workspace();
        var experiment = workspace.WriteExperiment();
        workspace.Build(experiment).ShouldSucceed();
        workspace.Write("out/small/my-notes.txt", "mine");
        workspace.Build(experiment, "-t:Clean").ShouldSucceed();
        Directory.GetFiles(workspace.PathOf("out", "small")).ShouldBe([workspace.PathOf("out", "small", "my-notes.txt")]);
        workspace.Build(experiment).ShouldSucceed().Jobs.ShouldBe((16, 16, 0, 0));
        File.Exists(workspace.PathOf("out", "small", "report.html")).ShouldBeTrue();
    }

    [Fact]
    public void Steer_writes_the_experiment_to_build_next_within_its_budget()
    {
        using var workspace = new Workspace();
        var experiment = workspace.WriteExperiment(
            seeds: "[1, 2]",
            features: "[number-of-sites, oxide-type]",
            more: "controls: [noise]");
        workspace.Build(experiment).ShouldSucceed();
        var steer = workspace.Build(experiment, "-t:Steer", "-p:Budget=7").ShouldSucceed();
        steer.Text.ShouldMatch(@"Steer: couplings: \d+ open, \d+ settled\.");
        var next = workspace.PathOf("next.experiment.yaml");
        var jobs = File.ReadLines(next).Where(l => l.StartsWith("  - { representation: ", StringComparison.Ordinal)).ToArray();
        jobs.ShouldNotBeEmpty();
        jobs.ShouldAllBe(l => l.Contains("reason: \"", StringComparison.Ordinal));
        var build = workspace.Build(next).ShouldSucceed();
        build.Jobs.Done.ShouldBe(32, "everything that was trained is found again");
        build.Jobs.Trained.ShouldBeInRange(1, 7);
        workspace
            .Build(experiment, "-t:Steer", "-p:Budget=few")
            .Text.ShouldContain("error TOMO1005: Budget must be from 0 to 1000000 jobs, not 'few'");
    }

    [Fact]
    public void A_matrix_trains_every_variant_and_compares_them()
    {
        using var workspace = new Workspace();
        var experiment = workspace.WriteExperiment(more: "matrix: { training.learning-rate: [0.01, 0.003], graph.neighbours: [4, 12] }");
        // 4 variants of 16, but composition does not see the neighbours: its two pairs are the same.
        workspace.Build(experiment).ShouldSucceed().Jobs.ShouldBe((48, 0, 48, 0));
        Directory.GetDirectories(workspace.PathOf("out", "small", "variants")).Length.ShouldBe(4);
        var page = File.ReadAllText(workspace.PathOf("out", "small", "report.html"));
        page.ShouldContain("4 variants");
        page.ShouldContain("variants/");
        File.ReadAllLines(workspace.PathOf("out", "small", "variants.csv"))[0]
            .ShouldStartWith("variant,training.learning-rate,graph.neighbours,representation,target");
        workspace.Build(experiment).ShouldSucceed().Jobs.ShouldBe((48, 48, 0, 0));
        workspace.Build(experiment, "-t:Clean").ShouldSucceed();
        Directory.Exists(workspace.PathOf("out", "small")).ShouldBeFalse();
    }

    [Fact]
    public void Predict_trains_the_models_that_it_needs_and_no_others_and_says_how_sure_they_are()
    {
        using var workspace = new Workspace();
        var experiment = workspace.WriteExperiment(more: "predict: { dataset: { phantom: { materials: 12, seed: 9 } } }");
        var first = workspace.Build(experiment, "-t:Predict").ShouldSucceed();
        first.Jobs.ShouldBe((8, 0, 8, 0), "the baselines of two representations, targets and seeds");
        first.Text.ShouldContain("warning TOMO2021:");
        var rows = File.ReadAllLines(workspace.PathOf("out", "small", "predictions.csv"));
        rows[0].ShouldBe("representation,target,id,mean,spread,seeds");
        rows.Length.ShouldBe(1 + 2 * 2 * 12);
        rows.Skip(1).ShouldAllBe(r => r.EndsWith(",2", StringComparison.Ordinal));

        // The study finds them, and predicting again finds all of it.
        workspace.Build(experiment).ShouldSucceed().Jobs.ShouldBe((16, 8, 8, 0));
        workspace.Build(experiment, "-t:Predict").ShouldSucceed().Jobs.ShouldBe((8, 8, 0, 0));
        File.ReadAllLines(workspace.PathOf("out", "small", "predictions.csv")).ShouldBe(rows);

        var without = workspace.Build(workspace.WriteExperiment("plain"), "-t:Predict");
        without.Text.ShouldContain("error TOMO1002: 'predict' is missing: add a line like 'predict: { dataset: { folder: candidates } }'.");
    }

    [Fact]
    public void Choose_trains_the_models_that_it_needs_and_writes_a_batch_with_reasons()
    {
        using var workspace = new Workspace();
        var experiment = workspace.WriteExperiment(
            more: "candidates: { dataset: { phantom: { materials: 30, seed: 9 } }, goals: [{ property: density, minimise: true }] }");
        var build = workspace.Build(experiment, "-t:Choose", "-p:Budget=3").ShouldSucceed();
        build.Jobs.ShouldBe((8, 0, 8, 0), "the baselines of two representations, targets and seeds");
        build.Text.ShouldContain("3 of 30 candidates for minimise density");
        File.ReadAllLines(workspace.PathOf("out", "small", "candidates.csv")).Length.ShouldBe(31);
        File.ReadAllLines(workspace.PathOf("out", "small", "chosen.csv")).Length.ShouldBe(4);
        workspace.Build(experiment, "-t:Choose", "-p:Budget=none").Text
            .ShouldContain("Budget must be from 1 to 100000 candidates, not 'none'");
    }

    [Fact]
    public void Simulate_trains_rounds_and_a_second_run_trains_nothing()
    {
        using var workspace = new Workspace();
        var experiment = workspace.WriteExperiment(
            more: "simulate: { goals: [{ property: density, minimise: true }], policies: [random, ucb], start: 12, batch: 3, rounds: 2, "
                + "repeats: 2, models: 2, features: [] }");
        var first = workspace.Build(experiment, "-t:Simulate").ShouldSucceed();
        first.Text.ShouldContain("Simulate: small: 2 policies, 2 times 12 first materials and 2 rounds of 3.");
        var rows = File.ReadAllLines(workspace.PathOf("out", "small", "simulate.csv"));
        rows.Length.ShouldBe(1 + 2 * 2 * 6);
        var second = workspace.Build(experiment, "-t:Simulate").ShouldSucceed();
        second.Text.ShouldNotContain("Training ");
        File.ReadAllLines(workspace.PathOf("out", "small", "simulate.csv")).ShouldBe(rows);
    }

    [Fact]
    public void Audit_and_Export_write_what_the_dataset_is_and_train_nothing()
    {
        using var workspace = new Workspace();
        var experiment = workspace.WriteExperiment();
        var audit = workspace.Build(experiment, "-t:Audit").ShouldSucceed();
        audit.Text.ShouldContain("Audit: small: 40 materials, ");
        File.ReadAllText(workspace.PathOf("out", "small", "audit.html")).ShouldContain("These crystals are a phantom: synthetic.");
        workspace.Build(experiment, "-t:Export", "-p:ExportFormat=json").ShouldSucceed().Text
            .ShouldContain("Export: small: 40 materials with 3 ");
        File.ReadAllLines(workspace.PathOf("out", "small", "export", "dataset.csv")).Length.ShouldBe(41);
        workspace.Build(experiment, "-t:Export", "-p:ExportFormat=vasp").Text
            .ShouldContain("error TOMO1006: ExportFormat must be cif or json, not 'vasp'; leave it out for cif.");
        Directory.Exists(workspace.PathOf("store", "results")).ShouldBeFalse();
        workspace.Build(experiment, "-t:Clean").ShouldSucceed();
        Directory.Exists(workspace.PathOf("out", "small")).ShouldBeFalse();
    }
}
