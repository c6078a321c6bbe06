using System.ComponentModel;

namespace Tomography.Workflows;

/// <summary>Keeps one slot busy: its worker takes orders until none is left, and is replaced where it dies.</summary>
/// <param name="slot">The slot.</param>
/// <param name="number">Which of the workers at a time it has, from 1.</param>
/// <param name="rule">What it takes.</param>
/// <param name="deaths">Counts its workers that die in a row; those of all cores together.</param>
/// <param name="folders">The store.</param>
/// <param name="run">The run.</param>
/// <param name="settling">Draws the consequences of a model's end.</param>
/// <param name="voice">Tells what happens.</param>
/// <param name="stop">Stops the run.</param>
internal sealed class SlotRunner(
    WorkerSlot slot,
    int number,
    TakeRule rule,
    DeathCount deaths,
    StoreFolders folders,
    RunState run,
    JobSettling settling,
    RunVoice voice,
    CancellationTokenSource stop)
{
    private static readonly TimeSpan StopTellsLater = TimeSpan.FromSeconds(2);
    private bool _isLost;

    /// <summary>Serves; what ends one slot for good, but for its device, ends all.</summary>
    public async Task ServeOrStopAsync()
    {
        try
        {
            await ServeAsync();
        }
        catch (DiagnosticException)
        {
            await stop.CancelAsync();
            throw;
        }
        finally
        {
            if (!_isLost) run.End(slot);
        }
    }

    /// <summary>Keeps one worker busy until no job is left; starts another where it dies, unless they all do.</summary>
    private async Task ServeAsync()
    {
        while (!_isLost && !deaths.AreTooMany && await run.Queue.TakeAsync(rule, stop.Token) is { } first)
        {
            var attempt = first;
            try
            {
                var worker = Start();
                await using (worker)
                await using (stop.Token.Register(worker.Stop))
                {
                    while (attempt is not null)
                    {
                        run.Meter.Started(attempt.Order, slot.Device.Id);
                        var alive = await TrainAsync(worker, attempt);
                        run.Queue.Over(rule);
                        attempt = null;
                        if (alive) attempt = await run.Queue.TakeAsync(rule, stop.Token);
                    }
                }
            }
            finally
            {
                if (attempt is not null) run.Queue.Over(rule);
            }
        }
    }

    private IWorker Start()
    {
        try
        {
            var worker = slot.Source.Start(folders, number);
            run.Own.Add(worker);
            return worker;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw RunProblems.Unwritable(folders, e.Message); // the worker's log stands in the store
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            throw RunProblems.NotStarted(slot.Source.Name, e.Message);
        }
    }

    /// <summary>Has a worker train an order, and draws the consequences of each model's end.</summary>
    /// <returns>Whether the worker can take another order.</returns>
    private async Task<bool> TrainAsync(IWorker worker, WorkAttempt attempt)
    {
        var waiting = attempt.ByKey();
        var lost = new HashSet<JobKey>();
        var failure = default(DeviceFailure);
        try
        {
            await worker.SendAsync(attempt.Order);
            while (waiting.Count > 0 && await worker.ReceiveAsync(stop.Token) is { } report)
            {
                if (!waiting.TryGetValue(report.Key, out var tried)) continue;
                switch (report.Kind)
                {
                    case WorkReportKind.Started:
                        run.Meter.Resumed(report.Key, report.Epoch);
                        break;
                    case WorkReportKind.Epoch:
                        run.Meter.Trained(report.Key, report.Epoch, report.ValidationMae);
                        break;
                    case WorkReportKind.Warning:
                        voice.Damaged(report.Message ?? "");
                        break;
                    case WorkReportKind.MemoryShort:
                        voice.MemoryShort(report.Message ?? "");
                        break;
                    case WorkReportKind.DeviceFailed:
                        failure = new(slot.Device.Id, report.Message ?? "", worker.LogPath);
                        waiting.Remove(report.Key);
                        lost.Add(report.Key);
                        break;
                    default:
                        stop.Token.ThrowIfCancellationRequested();
                        deaths.Lived();
                        waiting.Remove(report.Key);
                        await SettleAsync(tried, new(report.Kind, report.Message ?? "", report.Details ?? ""), worker);
                        break;
                }
            }
        }
        catch (IOException)
        {
            // The pipe broke: the worker is gone, and how it ended is told below.
        }

        if (failure is not null)
        {
            // A worker that could not say it of all of them meant all of them.
            lost.UnionWith(waiting.Keys);
            GiveBack(attempt, lost);
            Lose(failure);
            return false;
        }

        if (waiting.Count == 0) return true;
        var end = new AttemptEnd(WorkReportKind.Failed, await worker.DescribeEndAsync(), WorkerLives: false);
        // Whoever stops a whole group of processes stops the worker a moment before the build knows of it: that is no failure of the job.
        if (worker.WasStopped) await Task.WhenAny(Task.Delay(StopTellsLater, stop.Token));
        stop.Token.ThrowIfCancellationRequested();
        CountDeath(worker);
        foreach (var tried in waiting.Values) await SettleAsync(tried, end, worker);
        if (!slot.IsCpu && deaths.AreTooMany && run.Slots > 1)
        {
            var reason = $"{DeathCount.Most} training processes in a row died there, the last one so: {end.Reason}";
            Lose(new(slot.Device.Id, reason, worker.LogPath));
        }

        return false;
    }

    /// <summary>
    /// A job that ends its workers is one failed job; workers that never say a word are no workers. Beside others a GPU has less credit:
    /// there it may be the driver that ends them, and the others train what is left.
    /// </summary>
    private void CountDeath(IWorker worker)
    {
        if (!worker.HasReported || (!slot.IsCpu && run.Slots > 1)) deaths.Died();
        else deaths.Lived();
    }

    private Task SettleAsync((CohortAttempt Attempt, ModelOrder Model) tried, AttemptEnd end, IWorker worker) =>
        settling.SettleAsync(tried.Attempt, tried.Model, end, worker, slot.NamedDevice, stop);

    /// <summary>Puts models back that are not to blame: the same try, before all others, for they have checkpoints.</summary>
    private void GiveBack(WorkAttempt attempt, HashSet<JobKey> lost)
    {
        foreach (var key in lost) run.Meter.Dropped(key);
        foreach (var part in attempt.Parts.Reverse())
            if (part.Order.Only(m => lost.Contains(m.Key)) is { } order)
                run.Queue.Return(part with { Order = order }, TimeSpan.Zero, first: true);
    }

    private void Lose(DeviceFailure failure)
    {
        run.LostDevice = failure;
        _isLost = true;
        run.End(slot);
        if (run.Slots > 0) voice.Tell(DeviceProblems.Failed(failure));
    }
}
