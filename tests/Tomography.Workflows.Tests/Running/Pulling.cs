using System.Diagnostics;

namespace Tomography.Workflows.Tests;

/// <summary>Workers that take what is missing from a plan, without a build.</summary>
[Collection(nameof(ProcessTests))]
public sealed class Pulling : IDisposable
{
    private static readonly (string, string)[] s_one = [("epochs: 2", "epochs: 6000"), ("[volume, is-hubbard]", "[]"), ("[1, 2]", "[1]")];
    private readonly Workshop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Two_workers_share_a_plan_and_train_each_model_once()
    {
        (string, string)[] more = [("[1, 2]", "[1, 2, 3, 4, 5, 6, 7, 8]"), ("epochs: 2", "epochs: 60")];
        var plan = _shop.Plan(more);
        var file = Write(plan);
        var said = await Task.WhenAll(Pull(file), Pull(file));
        said.ShouldAllBe(s => s.ExitCode == 0);
        string[] trained = [.. said.SelectMany(s => s.Trained)];
        trained.Order(StringComparer.Ordinal).ShouldBe(plan.Jobs.Select(j => j.Title).Order(StringComparer.Ordinal), "each once");
        said.ShouldAllBe(s => s.Trained.Any(), "both work");
        said.ShouldAllBe(s => s.Lines.Last() == "24 of 24 models done or given up.");

        using var undisturbed = new Workshop();
        var same = undisturbed.Plan(more);
        await undisturbed.Run(same, workers: 2);
        _shop.Numbers(plan).ShouldBe(undisturbed.Numbers(same));
        _shop.Kept(plan).ShouldBe(undisturbed.Kept(same));
    }

    [Fact]
    public async Task What_starts_from_a_model_is_trained_after_it_and_not_without()
    {
        (string, string)[] sequence =
        [
            ("targets: [density]", "targets: [density, volume]"), ("[volume, is-hubbard]", "[]"), ("[1, 2]", "[1]"),
            ("milestones: []", "milestones: [], start-from: { target: density, labels: 10 }"),
        ];
        var plan = _shop.Plan(sequence);
        // Those that wait stand first.
        var cohorts = WorkOrders.Of(plan, TimeSpan.FromMinutes(1)).Reverse().ToArray();
        cohorts[0].Models.ShouldAllBe(m => m.Start != null);
        WorkPlan.Write(_shop.PathOf("work.jsonl"), cohorts);
        var said = await Pull(_shop.PathOf("work.jsonl"));
        said.Trained.Count().ShouldBe(plan.Jobs.Length);
        said.Trained.TakeLast(2).ShouldAllBe(title => title.Contains(", from "));

        var failing = _shop.Plan([.. sequence, ("epochs: 2", "learning-rate: 900, epochs: 2"), ("seeds:", "retries: 0\nseeds:")]);
        said = await Pull(Write(failing));
        said.Lines.Where(l => l.Contains("failed") && l.Contains(", from ")).ShouldAllBe(l => l.Contains("The model that it starts from"));
        failing.Jobs.Where(j => j.Spec.Start is not null).ShouldAllBe(j => _shop.Failures.Read(j.Key) != null);
    }

    [Fact]
    public async Task What_is_done_is_not_trained_again()
    {
        var plan = _shop.Plan();
        await _shop.Run(plan);
        var said = await Pull(Write(plan));
        (said.ExitCode, said.Trained.Count()).ShouldBe((0, 0));
        said.Lines.ShouldBe(["6 of 6 models done or given up."]);
    }

    [Fact]
    public async Task A_worker_that_is_asked_to_stop_leaves_a_checkpoint_from_which_the_next_goes_on_to_the_same_bits()
    {
        using var undisturbed = new Workshop();
        var same = undisturbed.Plan(s_one);
        await undisturbed.Run(same);

        var plan = _shop.Plan(s_one);
        var (file, checkpoints, key) = (Write(plan), new CheckpointStore(new(_shop.Store)), plan.Jobs[0].Key);
        using (var worker = Start(file))
        {
            // It has claimed the job, and works: from then on it trains.
            await _shop.Until(() => Directory.Exists(Claims) && File.Exists(Path.Combine(Claims, key.Value[..3])));
            var before = worker.TotalProcessorTime;
            await _shop.Until(() => worker.TotalProcessorTime - before > TimeSpan.FromSeconds(0.6));
            checkpoints.Contains(key).ShouldBeFalse("the first is due after a minute");
            using (var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {worker.Id}"])) await kill.WaitForExitAsync(_shop.Limit);
            await worker.WaitForExitAsync(_shop.Limit);
            worker.ExitCode.ShouldBe(143);
        }

        checkpoints.Contains(key).ShouldBeTrue();
        _shop.NothingPartialIsStored(plan);
        (await Pull(file)).ExitCode.ShouldBe(0);
        _shop.Numbers(plan).ShouldBe(undisturbed.Numbers(same));
        _shop.Results.Read(key, _ => { })!.Provenance.Resumed.ShouldBeTrue();
        checkpoints.Contains(key).ShouldBeFalse();
    }

    [Fact]
    public async Task A_model_that_diverges_is_tried_as_often_as_the_plan_says_and_the_others_are_trained()
    {
        var plan = _shop.Plan(
            ("[volume, is-hubbard]", "[]"), ("[1, 2]", "[1]\nretries: 2"), ("epochs: 2", "epochs: 40"),
            ("training: {", "matrix: { training.learning-rate: [0.01, 1000] }\ntraining: { weight-decay: 0.1,"));
        var said = await Pull(Write(plan));
        said.ExitCode.ShouldBe(1);
        said.Lines.Count(l => l.StartsWith("failed   ", StringComparison.Ordinal)).ShouldBe(3, string.Join('\n', said.Lines));
        var bad = plan.Jobs.Where(j => !_shop.Results.Contains(j.Key)).ShouldHaveSingleItem();
        var failure = _shop.Failures.Read(bad.Key).ShouldNotBeNull();
        (failure.Attempts, failure.Reason.Contains("diverged", StringComparison.Ordinal)).ShouldBe((3, true));
    }

    [Fact]
    public async Task What_is_no_plan_is_told()
    {
        var file = _shop.PathOf("work.jsonl");
        File.WriteAllText(file, "{}\nnonsense\n");
        var said = await Pull(file);
        said.ExitCode.ShouldBe(2);
        said.Lines.ShouldHaveSingleItem().ShouldContain($"of '{file}' is no cohort of models");
        (await Pull(_shop.PathOf("nowhere.jsonl"))).ExitCode.ShouldBe(2);
    }

    private string Claims => new StoreFolders(_shop.Store).Claims;

    private string Write(Plan plan)
    {
        var file = _shop.PathOf("work.jsonl");
        WorkPlan.Write(file, WorkOrders.Of(plan, TimeSpan.FromMinutes(1)));
        return file;
    }

    private Process Start(string plan) => Process.Start(new ProcessStartInfo(
        "dotnet", ["exec", Workshop.WorkerAssembly, "pull", "--plan", plan, "--store", _shop.Store])
    {
        UseShellExecute = false, RedirectStandardOutput = true,
    })!;

    private async Task<(int ExitCode, string[] Lines, IEnumerable<string> Trained)> Pull(string plan)
    {
        const string Done = "trained  ";
        using var worker = Start(plan);
        try
        {
            var text = await worker.StandardOutput.ReadToEndAsync(_shop.Limit);
            await worker.WaitForExitAsync(_shop.Limit);
            string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var trained = lines.Where(l => l.StartsWith(Done, StringComparison.Ordinal)).Select(l => l[Done.Length..]);
            return (worker.ExitCode, lines, [.. trained]);
        }
        finally
        {
            if (!worker.HasExited) worker.Kill();
        }
    }
}
