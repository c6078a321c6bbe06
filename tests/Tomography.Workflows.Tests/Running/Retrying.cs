namespace Tomography.Workflows.Tests;

/// <summary>A job that fails is tried again, told at once, and kept in mind; the rest goes on, unless it is told to stop.</summary>
[Collection(nameof(ProcessTests))]
public sealed class Retrying : IDisposable
{
    private static readonly (string, string) Diverging = ("batch-size: 16", "batch-size: 16, learning-rate: 1000, weight-decay: 1000");
    private readonly Workshop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_failing_job_is_tried_as_often_as_the_experiment_says(int retries)
    {
        var plan = _shop.Plan(
            Diverging,
            ("epochs: 2", "epochs: 40"),
            ("[volume, is-hubbard]", "[]"),
            ("seeds: [1, 2]", $"retries: {retries}\nseeds: [1]"));
        var summary = await _shop.Run(plan);
        var failure = summary.Failures.ShouldHaveSingleItem();
        failure.Attempts.ShouldBe(retries + 1);
        _shop.Observer.Retries.Select(r => r.Attempts).ShouldBe(Enumerable.Range(1, retries));
        _shop.Observer.Failures.ShouldHaveSingleItem().ShouldBe(failure);
        Directory.GetFiles(_shop.Logs, "job-*.log").Length.ShouldBe(retries + 1, "every attempt has its log");
        var log = File.ReadAllText(failure.LogPath);
        log.ShouldContain(plan.Jobs[0].Title);
        log.ShouldContain("TrainingDivergedException");
        log.ShouldContain("training.learning-rate = 1000");
        _shop.Failures.Read(failure.Key).ShouldNotBeNull().Reason.ShouldBe(failure.Reason);
    }

    [Fact]
    public async Task A_worker_that_dies_once_costs_no_job()
    {
        var plan = _shop.Plan();
        // The first worker trains two jobs' worth of lines and dies; the second is a good one.
        var once = _shop.Shell(
            "if [ ! -e \"$0\" ]; then : > \"$0\"; read line; exit 9; fi; exec dotnet exec \"$@\"",
            Path.Combine(_shop.Logs, "..", "died"),
            Workshop.WorkerAssembly);
        var summary = await _shop.Run(plan, worker: once);
        (summary.Trained, summary.Failures.Length).ShouldBe((6, 0));
        _shop.Observer.Retries.ShouldHaveSingleItem().Reason.ShouldBe("The worker ended with exit code 9.");
    }

    [Fact]
    public async Task A_worker_that_runs_out_of_memory_fails_its_job_alone()
    {
        var plan = _shop.Plan(("epochs: 2", "epochs: 3"));
        var starved = _shop.Shell(
            "if [ ! -e \"$0\" ]; then : > \"$0\"; DOTNET_GCHeapHardLimit=0x100000 exec dotnet exec \"$@\"; fi; exec dotnet exec \"$@\"",
            Path.Combine(_shop.Logs, "..", "starved"),
            Workshop.WorkerAssembly);
        var summary = await _shop.Run(plan, worker: starved);
        (summary.Trained, summary.Failures.Length).ShouldBe((6, 0));
        _shop.Observer.Retries.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_result_takes_the_memory_of_a_failure_away()
    {
        var plan = _shop.Plan();
        var dying = await _shop.Run(plan, worker: _shop.Shell("exit 3"));
        dying.Failures.Length.ShouldBe(3);
        dying.Failures.ShouldAllBe(f => _shop.Failures.Read(f.Key) != null);
        (await _shop.Run(plan)).Trained.ShouldBe(6);
        plan.Jobs.ShouldAllBe(j => _shop.Failures.Read(j.Key) == null);
    }

    [Fact]
    public async Task Told_not_to_keep_going_the_first_failure_ends_the_run()
    {
        var bad = _shop.Plan(
            Diverging,
            ("epochs: 2", "epochs: 40"),
            ("[volume, is-hubbard]", "[]"),
            ("seeds: [1, 2]", "retries: 0\nseeds: [1]"));
        var good = _shop.Plan();
        var summary = await TrainStage.RunAsync(
            [bad, good],
            _shop.Store,
            _shop.Options(1) with
            {
                KeepGoing = false,
            },
            _shop.Observer,
            _shop.Limit);
        summary.Failures.ShouldHaveSingleItem();
        (summary.Trained, summary.Cancelled).ShouldBe((0, false));
        _shop.NoWorkerIsLeft();
        (await TrainStage.RunAsync([bad, good], _shop.Store, _shop.Options(1), _shop.Observer, _shop.Limit)).Trained.ShouldBe(6);
    }
}
