using System.Collections.Immutable;
using System.Diagnostics;

namespace Tomography.Workflows;

/// <summary>
/// Trains the jobs that the store lacks, order by order, with workers. A job that fails is tried again, alone, and then left; a worker
/// that dies takes one attempt of its jobs with it, and the others go on. A device that fails costs its jobs nothing. Jobs that another
/// build trains in the same store are left to it.
/// </summary>
/// <param name="folders">The store.</param>
/// <param name="options">How jobs are run.</param>
/// <param name="observer">Hears how it goes.</param>
/// <param name="clock">What time it is, for logs and status.</param>
internal sealed class JobRunner(StoreFolders folders, RunOptions options, IRunObserver observer, TimeProvider clock)
{
    private readonly ResultStore _results = new(folders.Root);

    /// <summary>Runs the jobs of some plans. Jobs that plans share are run once.</summary>
    /// <param name="experiments">Names of the experiments, for the status.</param>
    /// <param name="orders">Cohorts, in the order in which to train them.</param>
    /// <param name="cancellation">Stops workers; what is trained by then is kept, and running jobs leave a checkpoint.</param>
    public async Task<RunSummary> RunAsync(
        ImmutableArray<string> experiments,
        IReadOnlyList<CohortOrder> orders,
        CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var voice = new RunVoice(folders, observer);
        var (planned, todo) = MissingWork.Of(orders, _results, voice.Damaged);
        var missing = todo.Sum(o => o.Models.Length);
        var (run, problems) = missing == 0
            ? (null, [])
            : await TrainAsync(experiments, todo, planned - missing, watch, voice, cancellation);
        return new(
            planned,
            planned - missing,
            run?.Trained ?? 0,
            run?.TrainedElsewhere ?? 0,
            run is null ? [] : [.. run.Failures],
            problems,
            cancellation.IsCancellationRequested,
            watch.Elapsed);
    }

    private async Task<(RunState? Run, ImmutableArray<Diagnostic> Problems)> TrainAsync(
        ImmutableArray<string> experiments,
        ImmutableArray<CohortOrder> todo,
        int done,
        Stopwatch watch,
        RunVoice voice,
        CancellationToken cancellation)
    {
        if (OldResults.Tell(folders) is { } old) voice.Tell(old);
        ImmutableArray<WorkerSlot> slots;
        try
        {
            slots = await options.Slots.FindAsync(cancellation);
        }
        catch (DiagnosticException e)
        {
            return (null, [.. e.Diagnostics]);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return (null, []);
        }

        slots = Needed(slots, todo);
        voice.Begin(RunStart.Of(done + todo.Sum(o => o.Models.Length), todo, slots, folders));
        var gpus = slots.Count(s => !s.IsCpu);
        var meter = new ProgressMeter(todo, done, slots.Select(s => s.Device.Id), () => watch.Elapsed);
        var run = new RunState(new(todo), meter, new(_results), slots.Length, gpus);
        var settling = new JobSettling(folders, options, run, voice, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var over = new CancellationTokenSource();
        var ticker = new RunTicker(folders, options, clock).RunAsync(experiments, meter, watch, voice.Progress, voice.Tell, over.Token);
        var deaths = new DeathCount();
        SlotRunner[] runners =
        [
            .. slots.Select((slot, place) => new SlotRunner(
                slot, place + 1, RuleOf(slot, run, gpus), slot.IsCpu ? deaths : new(), folders, run, settling, voice, stop)),
        ];
        ImmutableArray<Diagnostic> problems = [];
        try
        {
            // GPUs take first, each what it holds: a small study is trained on them alone.
            Task[] first = [.. runners[..gpus].Select(r => r.ServeOrStopAsync())];
            await Task.WhenAll([.. first, .. runners[gpus..].Select(r => Task.Run(r.ServeOrStopAsync, CancellationToken.None))]);
        }
        catch (DiagnosticException e)
        {
            problems = [.. e.Diagnostics];
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told by what is in the summary.
        }
        finally
        {
            await over.CancelAsync();
            await ticker;
        }

        // A worker that is stopped may have published its result a moment before.
        foreach (var job in meter.Running())
            if (run.Own.Contains(job.Key))
                run.CountTrained();
        var ended = stop.IsCancellationRequested || !problems.IsEmpty;
        if (!ended && run.Queue.Count is > 0 and var left)
            problems =
            [
                run.LostDevice is { } failure && !deaths.AreTooMany
                    ? DeviceProblems.NoneLeft(failure, left)
                    : RunProblems.WorkersDie(DeathCount.Most, left, run.LastFailure!),
            ];
        // A job that waited to be tried again has failed once, and will not be tried in this build.
        foreach (var key in run.Queue.Drain().SelectMany(a => a.Order.Keys))
            if (run.Retries.TryRemove(key, out var failure))
                settling.Fail(failure);
        return (run, problems);
    }

    /// <summary>GPUs first, and no more cores than there are orders for them.</summary>
    private static ImmutableArray<WorkerSlot> Needed(ImmutableArray<WorkerSlot> slots, ImmutableArray<CohortOrder> todo) =>
    [
        .. slots.Where(s => !s.IsCpu),
        .. slots.Where(s => s.IsCpu)
            .Where((s, place) => place < todo.Sum(o => (o.Models.Length + s.Source.CohortSize - 1) / s.Source.CohortSize)),
    ];

    private static TakeRule RuleOf(WorkerSlot slot, RunState run, int gpus)
    {
        var rule = new TakeRule(slot.Source.CohortSize);
        return !slot.IsCpu ? rule with { Sharers = () => run.Gpus }
            : gpus == 0 ? rule
            : rule with { FromBack = true, ShouldBegin = run.Meter.ShouldBeginOnCpu };
    }
}
