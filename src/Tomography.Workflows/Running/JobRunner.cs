using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;

namespace Tomography.Workflows;

/// <summary>
/// Trains the jobs that the store lacks, cohort by cohort, with workers. A job that fails is tried again, alone, and then left; a worker
/// that dies takes one attempt of its jobs with it, and the others go on. Jobs that another build trains in the same store are left to it.
/// </summary>
/// <param name="folders">The store.</param>
/// <param name="options">How jobs are run.</param>
/// <param name="observer">Hears how it goes.</param>
/// <param name="clock">What time it is, for logs and status.</param>
internal sealed class JobRunner(StoreFolders folders, RunOptions options, IRunObserver observer, TimeProvider clock)
{
    private static readonly TimeSpan StopTellsLater = TimeSpan.FromSeconds(2);

    /// <summary>So many workers may die in a row, without a word, before no more are started.</summary>
    private const int MostDeathsInRow = 3;

    private readonly ResultStore _results = new(folders.Root);
    private readonly FailureStore _failed = new(folders);
    private readonly Lock _observing = new();
    private readonly HashSet<string> _damaged = new(StringComparer.Ordinal);
    private int _deathsInRow;

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
        var (planned, todo) = MissingWork.Of(orders, _results, Damaged);
        var missing = todo.Sum(o => o.Models.Length);
        CohortOrder[] cohorts = [.. todo.SelectMany(o => o.Cut(options.Source.CohortSize))];
        var run = new RunState(new(cohorts), new(cohorts, planned - missing, options.Workers, () => watch.Elapsed));
        ImmutableArray<Diagnostic> problems = [];
        _deathsInRow = 0;
        if (missing > 0)
        {
            if (OldResults.Tell(folders) is { } old) Tell(old);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            using var over = new CancellationTokenSource();
            var ticker = new RunTicker(folders, options, clock).RunAsync(experiments, run.Meter, watch, TellProgress, Tell, over.Token);
            var slots = Enumerable.Range(1, Math.Min(options.Workers, cohorts.Length));
            var workers = slots.Select(n => Task.Run(() => ServeOrStopAsync(n, run, stop), CancellationToken.None));
            try
            {
                await Task.WhenAll(workers);
            }
            catch (DiagnosticException e)
            {
                problems = [.. e.Diagnostics];
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // Told below, by what is in the summary.
            }
            finally
            {
                await over.CancelAsync();
                await ticker;
            }

            // A worker that is stopped may have published its result a moment before.
            foreach (var job in run.Meter.Running())
                if (_results.Contains(job.Key))
                    run.CountTrained();
            var ended = stop.IsCancellationRequested || !problems.IsEmpty;
            if (!ended && run.Queue.Count > 0) problems = [RunProblems.WorkersDie(MostDeathsInRow, run.Queue.Count, run.LastFailure!)];
            // A job that waited to be tried again has failed once, and will not be tried in this build.
            foreach (var key in run.Queue.Drain().SelectMany(a => a.Order.Keys))
                if (run.Retries.TryRemove(key, out var failure))
                    Fail(run, failure);
        }

        return new(
            planned,
            planned - missing,
            run.Trained,
            run.TrainedElsewhere,
            [.. run.Failures],
            problems,
            cancellation.IsCancellationRequested,
            watch.Elapsed);
    }

    /// <summary>Serves; what ends one slot for good ends all.</summary>
    private async Task ServeOrStopAsync(int number, RunState run, CancellationTokenSource stop)
    {
        try
        {
            await ServeAsync(number, run, stop);
        }
        catch (DiagnosticException)
        {
            await stop.CancelAsync();
            throw;
        }
    }

    /// <summary>Keeps one worker busy until no job is left; starts another where it dies, unless they all do.</summary>
    private async Task ServeAsync(int number, RunState run, CancellationTokenSource stop)
    {
        while (Volatile.Read(ref _deathsInRow) < MostDeathsInRow && await run.Queue.TakeAsync(stop.Token) is { } first)
        {
            IWorker worker;
            try
            {
                worker = options.Source.Start(folders, number);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw RunProblems.Unwritable(folders, e.Message); // the worker's log stands in the store
            }
            catch (Exception e) when (e is Win32Exception or InvalidOperationException)
            {
                throw RunProblems.NotStarted(options.Source.Name, e.Message);
            }

            await using (worker)
            await using (stop.Token.Register(worker.Stop))
            {
                var alive = true;
                for (var attempt = first; alive && attempt is not null; attempt = alive ? await run.Queue.TakeAsync(stop.Token) : null)
                {
                    run.Meter.Started(attempt.Order);
                    alive = await TrainAsync(worker, attempt, run, stop);
                }
            }
        }
    }

    /// <summary>Has a worker train a cohort, and draws the consequences of each model's end.</summary>
    /// <returns>Whether the worker can take another cohort.</returns>
    private async Task<bool> TrainAsync(IWorker worker, CohortAttempt attempt, RunState run, CancellationTokenSource stop)
    {
        var waiting = attempt.Order.Models.ToDictionary(m => m.Key);
        try
        {
            await worker.SendAsync(attempt.Order);
            while (waiting.Count > 0 && await worker.ReceiveAsync(stop.Token) is { } report)
            {
                if (!waiting.TryGetValue(report.Key, out var model)) continue;
                switch (report.Kind)
                {
                    case WorkReportKind.Started:
                        run.Meter.Resumed(model.Key, report.Epoch);
                        break;
                    case WorkReportKind.Epoch:
                        run.Meter.Trained(model.Key, report.Epoch, report.ValidationMae);
                        break;
                    case WorkReportKind.Warning:
                        Damaged(report.Message ?? "");
                        break;
                    default:
                        stop.Token.ThrowIfCancellationRequested();
                        Volatile.Write(ref _deathsInRow, 0);
                        waiting.Remove(model.Key);
                        await SettleAsync(run, attempt, model, new(report.Kind, report.Message ?? "", report.Details ?? ""), worker, stop);
                        break;
                }
            }
        }
        catch (IOException)
        {
            // The pipe broke: the worker is gone, and how it ended is told below.
        }

        if (waiting.Count == 0) return true;
        var end = new AttemptEnd(WorkReportKind.Failed, await worker.DescribeEndAsync(), WorkerLives: false);
        // Whoever stops a whole group of processes stops the worker a moment before the build knows of it: that is no failure of the job.
        if (worker.WasStopped) await Task.WhenAny(Task.Delay(StopTellsLater, stop.Token));
        stop.Token.ThrowIfCancellationRequested();
        // A job that ends its workers is one failed job; workers that never say a word are no workers.
        if (worker.HasReported) Volatile.Write(ref _deathsInRow, 0);
        else Interlocked.Increment(ref _deathsInRow);
        foreach (var model in waiting.Values) await SettleAsync(run, attempt, model, end, worker, stop);
        return false;
    }

    /// <summary>Draws the consequences of a model's end.</summary>
    private async Task SettleAsync(
        RunState run, CohortAttempt attempt, ModelOrder model, AttemptEnd end, IWorker worker, CancellationTokenSource stop)
    {
        var key = model.Key;
        // A worker may die between publishing its result and saying so.
        if (!end.WorkerLives && _results.IsDone(key, model.Keeps, Damaged)) end = end with { Kind = WorkReportKind.Done };
        if (end.IsDone) run.Retries.TryRemove(key, out _);
        switch (end.Kind)
        {
            case WorkReportKind.Done:
                run.CountTrained();
                run.Meter.Finished(key, failed: false);
                _failed.Delete(key);
                return;
            case WorkReportKind.DoneElsewhere:
                run.CountElsewhere();
                run.Meter.DoneElsewhere(key);
                return;
            case WorkReportKind.Busy:
                run.Meter.Dropped(key);
                run.Queue.Return(attempt.Of(model), options.BusyInterval);
                return;
            case WorkReportKind.StoreFailed:
                throw RunProblems.Unwritable(folders, end.Reason);
        }

        var now = clock.GetUtcNow();
        var log = JobLog.Write(options.LogFolder, attempt, model, end, worker, now);
        var failure = new JobFailure(model.Title, key, end.Reason, log, attempt.Number, now);
        run.LastFailure = failure;
        if (attempt.MayRetry)
        {
            run.Meter.Dropped(key);
            run.Retries[key] = failure;
            lock (_observing) observer.Retrying(failure);
            // Where the first failure ends the run, it is to be known whether this is one before others are begun.
            run.Queue.Return(attempt.Next(model), TimeSpan.Zero, first: !options.KeepGoing);
            return;
        }

        run.Retries.TryRemove(key, out _);
        Fail(run, failure);
        if (!options.KeepGoing) await stop.CancelAsync();
    }

    private void Fail(RunState run, JobFailure failure)
    {
        run.Meter.Finished(failure.Key, failed: true);
        run.Failures.Enqueue(failure);
        lock (_observing) observer.Failed(failure);
        try
        {
            _failed.Write(failure);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Tell(new(
                DiagnosticSeverity.Warning, DiagnosticCodes.StoreUnwritable, new(folders.Root), "",
                $"The failure of job {failure.Key.Short} could not be noted for -t:Status: {e.Message}"));
        }
    }

    /// <summary>
    /// Tells what was damaged, once: the run finds it before it gives its order, and the worker that takes the order finds it again.
    /// </summary>
    private void Damaged(string what)
    {
        lock (_observing)
            if (!_damaged.Add(what))
                return;
        Tell(new(DiagnosticSeverity.Warning, DiagnosticCodes.StoreDamaged, new(folders.Root), "", what));
    }

    private void Tell(Diagnostic diagnostic)
    {
        lock (_observing) observer.Report(diagnostic);
    }

    private void TellProgress(RunProgress progress)
    {
        lock (_observing) observer.Progress(progress);
    }
}
