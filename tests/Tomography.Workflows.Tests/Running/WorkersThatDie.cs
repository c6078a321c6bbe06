using System.Diagnostics;

namespace Tomography.Workflows.Tests;

/// <summary>A worker that dies takes one job with it; workers that all die end the run.</summary>
[Collection(nameof(ProcessTests))]
public sealed class WorkersThatDie : IDisposable
{
    private readonly Workshop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task A_killed_worker_fails_its_job_and_another_does_the_rest()
    {
        // The first job would train for hours; it is killed long before.
        var plan = _shop.Plan(("[volume, is-hubbard]", "[volume]"));
        var endless = _shop.Plan(
            ("epochs: 2", "epochs: 1000000"),
            ("seeds:", "retries: 0\nseeds:"),
            ("[volume, is-hubbard]", "[]"),
            ("[1, 2]", "[1]"));
        var run = TrainStage.RunAsync([endless, plan], _shop.Store, _shop.Options(1), _shop.Observer, _shop.Limit);
        await _shop.Until(() =>
            _shop.Workers().Length == 1 && _shop.Observer.Progresses.Any(p => p.Running == 1) && ReadsGraphs(_shop.Workers()[0]));
        using (var worker = Process.GetProcessById(_shop.Workers()[0]))
            worker.Kill();
        var summary = await run;
        summary.Trained.ShouldBe(4);
        var failure = summary.Failures.ShouldHaveSingleItem();
        failure.Key.ShouldBe(endless.Jobs[0].Key);
        failure.Attempts.ShouldBe(1);
        failure.Reason.ShouldBe("The worker was killed (signal 9), often for want of memory.");
        File.ReadAllText(failure.LogPath).ShouldContain("signal 9");
        _shop.Workers().Length.ShouldBe(2);
        _shop.NoWorkerIsLeft();
    }

    // A worker that computes has used processor time beyond its start.
    private static bool ReadsGraphs(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return process.TotalProcessorTime > TimeSpan.FromSeconds(0.5);
    }

    [Fact]
    public async Task What_another_build_trains_while_a_worker_dies_is_not_counted_as_trained_by_it()
    {
        var plan = _shop.Plan();
        var (begun, over) = (_shop.PathOf("begun"), _shop.PathOf("over"));
        // The first worker takes an order, waits, and dies.
        var worker = _shop.Shell(
            $"if [ ! -e '{begun}' ]; then read -r line; : > '{begun}'; until [ -e '{over}' ]; do sleep 0.02; done; exit 134; fi; "
                + "exec dotnet exec \"$0\" \"$@\"",
            Workshop.WorkerAssembly);
        var run = _shop.Run(plan, worker: worker);
        await _shop.Until(() => File.Exists(begun));
        (await _shop.Run(plan)).Trained.ShouldBe(6);
        File.WriteAllText(over, "");
        var summary = await run;
        (summary.Trained, summary.TrainedElsewhere, summary.Failures.Length).ShouldBe((0, 6, 0));
    }

    [Fact]
    public async Task Workers_that_die_at_once_are_not_started_forever()
    {
        var plan = _shop.Plan();
        var summary = await _shop.Run(plan, worker: _shop.Shell("echo no runtime >&2; exit 150"));
        (summary.Planned, summary.AlreadyDone, summary.Trained, summary.Failures.Length).ShouldBe((6, 0, 0, 3));
        var problem = summary.Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(DiagnosticCodes.WorkersDie);
        problem.Message.ShouldContain(
            "3 training processes in a row died before they said a word, so no more are started; 6 jobs are left. The last one: The worker "
                + "ended with exit code 150.");
        _shop.Workers().Length.ShouldBe(3);
        _shop.Observer.Failures.Count.ShouldBe(3);
        File.ReadAllText(problem.Location.File).ShouldContain("no runtime");
    }

    [Fact]
    public async Task Jobs_that_end_their_workers_fail_alone_however_many_they_are()
    {
        // Four jobs in a row end a worker that works, as jobs do that need more memory than there is; the rest is trained.
        var plan = _shop.Plan(("seeds:", "retries: 0\nseeds:"));
        var counter = Path.Combine(_shop.Store, "..", "count");
        var key = "$(printf '%s' \"$line\" | sed 's/.*\"key\":\"\\([0-9a-f]*\\)\".*/\\1/')";
        var worker = _shop.Shell(
            $"echo x >> '{counter}'; if [ $(wc -l < '{counter}') -le 4 ]; then read -r line; echo "
                + $"\"{{\\\"kind\\\":\\\"started\\\",\\\"key\\\":\\\"{key}\\\"}}\"; exit 134; fi; exec dotnet exec \"$0\" \"$@\"",
            Workshop.WorkerAssembly);
        var summary = await _shop.Run(plan, worker: worker);
        (summary.Failures.Length, summary.Trained, summary.Problems.Length).ShouldBe((4, 2, 0));
        summary.Failures.ShouldAllBe(f => f.Reason == "The worker crashed (signal 6, abort).");
    }

    [Fact]
    public async Task Two_slots_of_dying_workers_start_four_at_most()
    {
        var plan = _shop.Plan(("[1, 2]", "[1, 2, 3, 4, 5, 6]"));
        (await _shop.Run(plan, workers: 2, worker: _shop.Shell("exit 3"))).Problems.ShouldHaveSingleItem();
        _shop.Workers().Length.ShouldBeInRange(3, 4);
    }

    [Fact]
    public async Task A_worker_command_that_does_not_exist_is_told()
    {
        var plan = _shop.Plan();
        var summary = await _shop.Run(plan, workers: 2, worker: new("/nowhere/dotnet", ["exec"]));
        (summary.Planned, summary.Trained).ShouldBe((6, 0));
        var problem = summary.Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(DiagnosticCodes.WorkerNotStarted);
        problem.Location.File.ShouldBe("/nowhere/dotnet");
        problem.Message.ShouldStartWith("The training process could not be started: ");
    }

    [Fact]
    public async Task Strange_output_goes_to_the_log_and_disturbs_nothing()
    {
        var plan = _shop.Plan();
        var noisy = _shop.Shell(
            "echo hello; echo '{ no report'; echo '{\"kind\":\"done\"}'; i=0; while [ $i -lt 3000 ]; do echo 'a line of standard error, to "
                + "fill more than one pipe' >&2; i=$((i+1)); done; dotnet exec \"$0\" \"$@\"; echo end >&2",
            Workshop.WorkerAssembly);
        (await _shop.Run(plan, worker: noisy)).Trained.ShouldBe(6);
        var log = File.ReadAllLines(Directory.GetFiles(_shop.Logs).ShouldHaveSingleItem());
        log.ShouldContain("hello");
        log.ShouldContain("{ no report");
        log.ShouldContain("end");
        log.Length.ShouldBeGreaterThan(3000);
    }

    [Fact]
    public async Task A_worker_ends_by_itself_when_the_build_is_gone()
    {
        var plan = _shop.Plan(("epochs: 2", "epochs: 1000000"));
        var order = new WorkOrder([WorkOrders.Of(plan, TimeSpan.FromMinutes(1))[0]]);
        using var worker = Process.Start(
            new ProcessStartInfo("dotnet", ["exec", Workshop.WorkerAssembly, "serve", "--store", _shop.Store])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        try
        {
            await worker.StandardInput.WriteLineAsync(System.Text.Json.JsonSerializer.Serialize(order, Json.Line));
            await worker.StandardInput.FlushAsync();
            (await worker.StandardOutput.ReadLineAsync(_shop.Limit)).ShouldNotBeNull().ShouldContain("\"epoch\"");
            worker.StandardInput.Close();
            await worker.WaitForExitAsync(_shop.Limit);
            worker.ExitCode.ShouldBe(143);
        }
        finally
        {
            if (!worker.HasExited) worker.Kill();
        }

        _shop.NothingPartialIsStored(plan);
    }

    [Fact]
    public async Task An_idle_worker_ends_when_its_input_does()
    {
        using var worker = Process.Start(
            new ProcessStartInfo("dotnet", ["exec", Workshop.WorkerAssembly, "serve", "--store", _shop.Store])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
            }
        )!;
        worker.StandardInput.Close();
        await worker.WaitForExitAsync(_shop.Limit);
        worker.ExitCode.ShouldBe(0);
    }
}
