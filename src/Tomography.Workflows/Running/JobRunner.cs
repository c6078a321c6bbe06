using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;

namespace Tomography.Workflows;

/// <summary>Trains the jobs that the store lacks, in worker processes; a worker that dies takes one job with it, and the others go on.</summary>
/// <param name="results">The store of results.</param>
/// <param name="options">How jobs are run.</param>
/// <param name="observer">Hears how it goes.</param>
public sealed class JobRunner(ResultStore results, RunOptions options, IRunObserver observer)
{
    /// <summary>So many workers may die in a row, none having finished a job, before no more are started.</summary>
    private const int MostDeathsInRow = 3;

    private readonly Lock _observing = new();
    private int _deathsInRow;

    /// <summary>Runs the jobs of some plans. Jobs that plans share are run once.</summary>
    /// <param name="orders">Work orders by job, in the order in which to train them.</param>
    /// <param name="cancellation">Stops workers; what is trained by then is kept.</param>
    public async Task<RunSummary> RunAsync(IReadOnlyList<WorkOrder> orders, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var distinct = orders.DistinctBy(o => o.Key).ToArray();
        // Results are read, not only looked for: a damaged one is trained again in this run, not in the one after its report.
        var todo = new ConcurrentQueue<WorkOrder>(distinct.AsParallel().AsOrdered().Where(o => results.Read(o.Key, Damaged) is null));
        var alreadyDone = distinct.Length - todo.Count;
        var failures = new ConcurrentQueue<JobFailure>();
        ImmutableArray<Diagnostic> problems = [];
        _deathsInRow = 0;
        if (!todo.IsEmpty)
        {
            var meter = new ProgressMeter(distinct.Length, alreadyDone);
            using var finished = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var ticker = TickAsync(meter, clock, finished.Token);
            var workers = Enumerable.Range(1, Math.Min(options.Workers, todo.Count)).Select(n => Task.Run(() => ServeAsync(n, todo, meter, failures, cancellation), CancellationToken.None));
            try
            {
                await Task.WhenAll(workers);
            }
            catch (DiagnosticException e)
            {
                problems = [.. e.Diagnostics];
            }
            finally
            {
                await finished.CancelAsync();
                await ticker;
            }

            if (!todo.IsEmpty && problems.IsEmpty && !cancellation.IsCancellationRequested) problems = [WorkersDie(todo.Count, failures)];
        }

        var trained = distinct.Count(o => results.Contains(o.Key)) - alreadyDone;
        return new(distinct.Length, alreadyDone, trained, [.. failures], problems, cancellation.IsCancellationRequested, clock.Elapsed);
    }

    /// <summary>Keeps one worker busy until no job is left; starts another where it dies, unless they all do.</summary>
    private async Task ServeAsync(int number, ConcurrentQueue<WorkOrder> todo, ProgressMeter meter, ConcurrentQueue<JobFailure> failures, CancellationToken cancellation)
    {
        while (!todo.IsEmpty && !cancellation.IsCancellationRequested && Volatile.Read(ref _deathsInRow) < MostDeathsInRow)
        {
            WorkerProcess worker;
            try
            {
                worker = WorkerProcess.Start(options.Worker, options.LogFolder, number);
            }
            catch (Exception e) when (e is Win32Exception or InvalidOperationException or IOException or UnauthorizedAccessException)
            {
                throw new DiagnosticException([new(DiagnosticSeverity.Error, DiagnosticCodes.WorkerNotStarted, new(options.Worker.Program), "", $"The training process could not be started: {e.Message}")]);
            }

            await using (worker)
            await using (cancellation.Register(worker.Terminate))
            {
                var alive = true;
                while (alive && !cancellation.IsCancellationRequested && todo.TryDequeue(out var order))
                {
                    meter.Started(order.Key);
                    var (failure, stillAlive) = await TrainAsync(worker, order, meter, cancellation);
                    alive = stillAlive;
                    if (cancellation.IsCancellationRequested && failure is not null) return;
                    if (alive) Volatile.Write(ref _deathsInRow, 0);
                    else Interlocked.Increment(ref _deathsInRow);
                    meter.Finished(order.Key, failure is not null);
                    if (failure is null) continue;
                    failures.Enqueue(failure);
                    lock (_observing) observer.Failed(failure);
                }
            }
        }
    }

    private async Task<(JobFailure? Failure, bool Alive)> TrainAsync(WorkerProcess worker, WorkOrder order, ProgressMeter meter, CancellationToken cancellation)
    {
        try
        {
            await worker.SendAsync(order);
            while (await worker.ReceiveAsync(cancellation) is { } report)
            {
                if (report.Key != order.Key) continue;
                switch (report.Kind)
                {
                    case WorkReportKind.Done:
                        return (null, true);
                    case WorkReportKind.Failed:
                        return (new(order.Title, order.Key, report.Message ?? "", worker.LogPath), true);
                    default:
                        meter.Trained(order.Key, report.Epoch, order.Training.Epochs);
                        break;
                }
            }
        }
        catch (OperationCanceledException)
        {
            return (new(order.Title, order.Key, "Stopped.", worker.LogPath), false);
        }
        catch (IOException)
        {
            // The pipe broke: the worker is gone, and how it ended is told below.
        }

        return (new(order.Title, order.Key, await worker.DescribeEndAsync(), worker.LogPath), false);
    }

    private void Damaged(string what)
    {
        lock (_observing) observer.Report(new(DiagnosticSeverity.Warning, DiagnosticCodes.StoreDamaged, new(results.Root), "", what));
    }

    private static Diagnostic WorkersDie(int left, ConcurrentQueue<JobFailure> failures)
    {
        var last = failures.Last();
        return new(
            DiagnosticSeverity.Error, DiagnosticCodes.WorkersDie, new(last.LogPath), "",
            $"{MostDeathsInRow} training processes in a row died before they finished a job, so no more are started; {left} jobs are left. The last one: {last.Reason} Its log is '{last.LogPath}'.");
    }

    private async Task TickAsync(ProgressMeter meter, Stopwatch clock, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(options.ProgressInterval);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                var progress = meter.Read(clock.Elapsed);
                lock (_observing) observer.Progress(progress);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The run is over: there is no more progress to tell.
        }
    }
}
