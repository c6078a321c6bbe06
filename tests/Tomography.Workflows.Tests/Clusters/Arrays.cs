namespace Tomography.Workflows.Tests;

/// <summary>Studies that run as arrays of tasks, on a scheduler of shell scripts.</summary>
[Collection(nameof(ProcessTests))]
public sealed class Arrays : IDisposable
{
    private const int SigKill = 9, SigUsr1 = 10;

    /// <summary>24 models, of a tenth of a second or so each.</summary>
    private static readonly (string, string)[] s_study =
        [("[1, 2]", "[1, 2, 3, 4, 5, 6, 7, 8]"), ("epochs: 2", "epochs: 150")];

    private readonly Workshop _shop = new();
    private readonly FakeSlurm _slurm = new();

    public void Dispose()
    {
        _slurm.Dispose();
        _shop.Dispose();
    }

    [Fact]
    public async Task An_array_whose_tasks_are_killed_requeued_and_ended_at_random_ends_with_the_results_of_an_undisturbed_build()
    {
        using var undisturbed = new Workshop();
        var same = undisturbed.Plan(s_study);
        await undisturbed.Run(same, workers: 2);

        var plan = _shop.Plan(s_study);
        Submit(plan, "tasks: 4\ntime: 02:00:00\nrequeues: 1000\n").First()
            .ShouldBe("Submitted: Slurm's array 2000, 4 tasks, for 24 of 24 models.");
        var random = new Random(20261127);
        var hits = new Dictionary<int, int> { [SigKill] = 0, [SigUsr1] = 0 };
        while (_slurm.IsBusy())
        {
            await Task.Delay(random.Next(300), _shop.Limit);
            // One that has not begun is not hit: a signal before the limit comes to none such.
            if (hits.Values.Sum() == 6 || Done(plan) >= plan.Jobs.Length - 8 || Runs() is not { Count: > 0 } running) continue;
            var signal = hits.Values.Sum() % 2 == 0 ? SigKill : SigUsr1;
            hits[signal]++;
            FakeSlurm.Signal(running[random.Next(running.Count)].ProcessId, signal);
        }

        hits.Values.ShouldAllBe(h => h > 0);
        _shop.Numbers(plan).ShouldBe(undisturbed.Numbers(same));
        _shop.Kept(plan).ShouldBe(undisturbed.Kept(same));
        _shop.NothingPartialIsStored(plan);
        var status = Status(plan);
        status[0].ShouldBe("tiny: 24 of 24 jobs done (100 %), 0 running, 0 failed, 0 to train.");
        var tasks = status.Where(l => l.StartsWith("  ", StringComparison.Ordinal));
        tasks.ShouldAllBe(l => l.Contains(": finished"), string.Join('\n', status));
        Cancel().ShouldHaveSingleItem().ShouldBe("No array of these experiments is left to cancel.");
    }

    [Fact]
    public async Task A_task_near_its_limit_leaves_checkpoints_and_puts_itself_back_into_the_queue()
    {
        var plan = _shop.Plan(("epochs: 2", "epochs: 60000"));
        Submit(plan, "tasks: 1\ntime: 02:00:00\nrequeues: 1\n");
        await _shop.Until(() => Note()?.State == TaskState.Working && Runs().Any(r => r.Running.Any(j => j.Epoch > 0)));
        FakeSlurm.Signal(_slurm.Running().Single(), SigUsr1);
        await _shop.Until(() => Note()?.Restarts == 1);
        new CheckpointStore(new(_shop.Store)).Contains(plan.Jobs[0].Key).ShouldBeTrue();
        await _shop.Until(() => Runs().Any(r => r.Running.Any(j => j.Epoch > 0)));
        // No more than it may.
        FakeSlurm.Signal(_slurm.Running().Single(), SigUsr1);
        await _shop.Until(() => !_slurm.IsBusy());
        Note()!.State.ShouldBe(TaskState.Stopped);
        Note()!.Why.ShouldBe("its time was nearly over, and it has been started again as often as it may (1)");
    }

    [Fact]
    public async Task A_cancelled_array_ends_after_a_checkpoint_and_what_waits_never_trains()
    {
        var plan = _shop.Plan(("epochs: 2", "epochs: 60000"));
        Submit(plan, "tasks: 2\ntime: 02:00:00\n");
        await _shop.Until(() => Runs().Count(r => r.Running.Any(j => j.Epoch > 0)) == 2);
        Cancel().ShouldHaveSingleItem().ShouldStartWith("Array 2000 is cancelled.");
        await _shop.Until(() => !_slurm.IsBusy());
        Done(plan).ShouldBe(0);
        Directory.GetFiles(new StoreFolders(_shop.Store).Checkpoints).Length.ShouldBe(2);
        Status(plan).ShouldContain($"  2 tasks (0-1): stopped on {Environment.MachineName}: the array was cancelled. "
            + $"The first one's log is '{Folder.LogOf("0")}'.");
        Cancel().ShouldHaveSingleItem().ShouldBe("No array of these experiments is left to cancel.");
    }

    [Fact]
    public async Task A_task_that_died_is_told_with_the_reason_of_the_scheduler_where_that_has_one()
    {
        var plan = _shop.Plan(("epochs: 2", "epochs: 60000"));
        _slurm.Be("loses");
        Submit(plan, "tasks: 1\ntime: 02:00:00\n");
        await _shop.Until(() => Runs().Any(r => r.Running.Any(j => j.Epoch > 0)));
        var works = $"  task 0: works on {Environment.MachineName}: composition density";
        await _shop.Until(() => Runs().Any(r => r.Running.Any(j => j.Trained is { Epochs: > 0 })));
        var living = Status(plan);
        living.ShouldContain(l => l.StartsWith(works, StringComparison.Ordinal));
        living[1].ShouldMatch("^  About .* left at the pace of the 1 model in training.$");
        FakeSlurm.Signal(_slurm.Running().Single(), SigKill);
        await _shop.Until(() => !_slurm.IsBusy());
        const string Ended = "ended without a word on";
        Told("calm", $"{Ended} {Environment.MachineName}; Slurm says OUT_OF_MEMORY");
        Told("no-accounting", $"{Ended} {Environment.MachineName}");
        Told("slow", $"{Ended} {Environment.MachineName}");
        Told("lies", "starts again, or does not reach the store (Slurm: RUNNING)");

        void Told(string how, string word)
        {
            _slurm.Be(how);
            var status = Status(plan, seconds: how == "slow" ? 0.3 : 5);
            status[0].ShouldBe("tiny: 0 of 6 jobs done (0 %), 0 running, 0 failed, 6 to train.");
            status.ShouldContain(l => l.StartsWith($"  task 0: {word}.", StringComparison.Ordinal), string.Join('\n', status));
            _slurm.BeNoMore(how);
        }
    }

    [Fact]
    public async Task Tasks_that_wait_are_told_with_the_reason_of_the_scheduler()
    {
        var plan = _shop.Plan();
        _slurm.Be("holds");
        Submit(plan, "tasks: 3\nat-once: 2\ntime: 02:00:00\n").First()
            .ShouldBe("Submitted: Slurm's array 2000, 3 tasks, at most 2 at a time, for 6 of 6 models.");
        Status(plan).ShouldContain("  3 tasks (0-2): queued (Slurm: Priority).");
        _slurm.BeNoMore("holds");
        await _shop.Until(() => !_slurm.IsBusy());
        Done(plan).ShouldBe(6);
        Submit(plan, "tasks: 3\ntime: 02:00:00\n").ShouldBe(["Nothing is left to train, so nothing is submitted."]);
    }

    [Fact]
    public async Task A_model_that_diverges_is_given_up_once_for_all_tasks()
    {
        var plan = _shop.Plan(
            ("[volume, is-hubbard]", "[]"), ("[1, 2]", "[1]\nretries: 2"), ("epochs: 2", "epochs: 40"),
            ("training: {", "matrix: { training.learning-rate: [0.01, 1000] }\ntraining: { weight-decay: 0.1,"));
        Submit(plan, "tasks: 2\ntime: 02:00:00\n");
        await _shop.Until(() => !_slurm.IsBusy());
        var logs = string.Concat(Enumerable.Range(0, 2).Select(i => File.ReadAllText(Folder.LogOf($"{i}"))));
        logs.Split("\nfailed   ").Length.ShouldBeInRange(4, 6, "tried by one task, or by two that met");
        Status(plan)[0].ShouldBe("tiny: 1 of 2 jobs done (50 %), 0 running, 1 failed, 0 to train.");
    }

    [Fact]
    public async Task Who_waits_is_told_how_far_it_is_and_goes_on_when_all_models_are_there()
    {
        var plan = _shop.Plan();
        _slurm.Be("holds");
        Submit(plan, "tasks: 2\ntime: 02:00:00\n");
        var told = new List<string>();
        var wait = Wait(plan, told);
        await _shop.Until(() => told.Count > 0);
        told[0].ShouldBe("0 of 6 models done, 0 running.");
        wait.IsCompleted.ShouldBeFalse("tasks wait in the queue");
        _slurm.BeNoMore("holds");
        (await wait).ShouldBeNull();
        Done(plan).ShouldBe(6);
        (await Wait(plan, [])).ShouldBeNull("nothing is left to wait for");
    }

    [Fact]
    public async Task Who_waits_for_tasks_that_are_no_more_is_told_what_is_left()
    {
        var plan = _shop.Plan(("epochs: 2", "epochs: 60000"));
        _slurm.Be("loses");
        Submit(plan, "tasks: 1\ntime: 02:00:00\n");
        var wait = Wait(plan, []);
        await _shop.Until(() => Runs().Any(r => r.Running.Any(j => j.Epoch > 0)));
        wait.IsCompleted.ShouldBeFalse();
        FakeSlurm.Signal(_slurm.Running().Single(), SigKill);
        var problem = (await wait).ShouldNotBeNull();
        (problem.Code, problem.Severity).ShouldBe((DiagnosticCodes.SchedulerFailed, DiagnosticSeverity.Error));
        problem.Message.ShouldStartWith("No task is left, and 6 of 6 models have no result. -t:Status tells");
    }

    [Fact]
    public async Task Whoever_stops_waiting_stops_nothing_else()
    {
        var plan = _shop.Plan();
        _slurm.Be("holds");
        Submit(plan, "tasks: 1\ntime: 02:00:00\n");
        using var enough = new CancellationTokenSource();
        var told = new List<string>();
        var wait = Wait(plan, told, enough.Token);
        await _shop.Until(() => told.Count > 0);
        await enough.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(wait);
        _slurm.BeNoMore("holds");
        await _shop.Until(() => !_slurm.IsBusy());
        Done(plan).ShouldBe(6);
    }

    [Fact]
    public void What_the_scheduler_refuses_is_told_and_leaves_nothing()
    {
        _slurm.Be("refuses");
        var problem = Should.Throw<DiagnosticException>(() => Submit(_shop.Plan(), "tasks: 1\ntime: 02:00:00\n")).Diagnostics.Single();
        problem.Code.ShouldBe(DiagnosticCodes.SchedulerFailed);
        problem.Message.ShouldBe("sbatch: sbatch: error: Invalid account. Nothing was submitted.");
        ArrayFolder.All(new(_shop.Store)).ShouldBeEmpty();
    }

    private ArrayFolder Folder => ArrayFolder.All(new(_shop.Store))[^1];

    private TaskNote? Note() => ArrayFolder.All(new(_shop.Store)).LastOrDefault()?.Notes().FirstOrDefault();

    private IReadOnlyList<RunStatus> Runs() => RunStatusFile.ReadAll(new(_shop.Store));

    private int Done(Plan plan) => plan.Jobs.Count(j => _shop.Results.Contains(j.Key));

    private string[] Cancel() => [.. CancelStage.Run(["tiny"], _shop.Store)];

    private string[] Status(Plan plan, double seconds = 5) =>
        [.. StatusStage.Run([(plan.Experiment, plan)], _shop.Store, new Slurm(TimeSpan.FromSeconds(seconds)))];

    private Task<Diagnostic?> Wait(Plan plan, List<string> told, CancellationToken? cancellation = null) => WaitStage.RunAsync(
        [plan], _shop.Store, told.Add, TimeSpan.FromMilliseconds(100), new Slurm(TimeSpan.FromSeconds(5)), cancellation ?? _shop.Limit);

    private IReadOnlyList<string> Submit(Plan plan, string site)
    {
        var tools = new SubmitTools(Workshop.WorkerAssembly, Repository.PathOf("templates"), TimeSpan.FromSeconds(0.05));
        return SubmitStage.Run(
            [plan], _shop.Store, ClusterSiteReader.Read(site, _shop.PathOf("site.yaml")), tools, DateTimeOffset.UtcNow);
    }
}
