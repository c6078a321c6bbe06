namespace Tomography.Workflows.Tests;

/// <summary>A run that is stopped leaves no process and nothing half-written, and the next run goes on from there.</summary>
[Collection(nameof(ProcessTests))]
public sealed class Cancelling : IDisposable
{
    private static readonly (string, string)[] s_longer = [("epochs: 2", "epochs: 150"), ("[1, 2]", "[1, 2, 3]")];
    private readonly Workshop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_stopped_run_leaves_nothing_behind_and_the_next_gives_undisturbed_numbers(int workers)
    {
        var plan = _shop.Plan(s_longer);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_shop.Limit);
        var run = _shop.Run(plan, workers, cancellation: stop.Token);
        await _shop.Until(() => plan.Jobs.Any(j => _shop.Results.Contains(j.Key)));
        await stop.CancelAsync();
        var stopped = await run;
        _shop.NoWorkerIsLeft();
        _shop.Limit.IsCancellationRequested.ShouldBeFalse();
        stopped.Cancelled.ShouldBeTrue();
        stopped.Failures.ShouldBeEmpty();
        stopped.Trained.ShouldBeInRange(1, 8);
        _shop.NothingPartialIsStored(plan);

        var rest = await _shop.Run(plan, workers);
        (rest.AlreadyDone, rest.Trained).ShouldBe((stopped.Trained, 9 - stopped.Trained));

        using var undisturbed = new Workshop();
        var same = undisturbed.Plan(s_longer);
        (await undisturbed.Run(same, 2)).Trained.ShouldBe(9);
        _shop.Numbers(plan).ShouldBe(undisturbed.Numbers(same));
    }

    [Fact]
    public async Task A_worker_in_the_middle_of_a_job_is_stopped_at_the_next_step()
    {
        var plan = _shop.Plan(("epochs: 2", "epochs: 1000000"));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_shop.Limit);
        var run = _shop.Run(plan, 2, cancellation: stop.Token);
        await _shop.Until(() => _shop.Workers().Length == 2 && _shop.Observer.Progresses.Any(p => p.Running == 2));
        await stop.CancelAsync();
        var stopped = await run;
        _shop.NoWorkerIsLeft();
        (stopped.Cancelled, stopped.Trained).ShouldBe((true, 0));
        stopped.Failures.ShouldBeEmpty();
        _shop.NothingPartialIsStored(plan);
    }

    [Fact]
    public async Task A_run_stopped_before_it_begins_starts_no_worker()
    {
        var plan = _shop.Plan();
        var summary = await _shop.Run(plan, cancellation: new(canceled: true));
        (summary.Cancelled, summary.Trained).ShouldBe((true, 0));
        _shop.Workers().ShouldBeEmpty();
    }
}
