namespace Tomography.Workflows;

/// <summary>Draws the consequences of how an attempt at a model ended.</summary>
/// <param name="folders">The store.</param>
/// <param name="options">How jobs are run.</param>
/// <param name="run">The run.</param>
/// <param name="voice">Tells of failures.</param>
/// <param name="clock">What time it is, for logs.</param>
internal sealed class JobSettling(StoreFolders folders, RunOptions options, RunState run, RunVoice voice, TimeProvider clock)
{
    private readonly ResultStore _results = new(folders.Root);
    private readonly FailureStore _failed = new(folders);

    /// <summary>Draws the consequences of a model's end.</summary>
    /// <param name="attempt">The try.</param>
    /// <param name="model">The model.</param>
    /// <param name="end">How it ended.</param>
    /// <param name="worker">Who tried.</param>
    /// <param name="device">On what; null for the CPU.</param>
    /// <param name="stop">Ends the run where the first failure does.</param>
    public async Task SettleAsync(
        CohortAttempt attempt, ModelOrder model, AttemptEnd end, IWorker worker, string? device, CancellationTokenSource stop)
    {
        var key = model.Key;
        // A worker may die between publishing its result and saying so; or another build took its model over before this is known.
        if (!end.WorkerLives && _results.IsDone(key, model.Keeps, voice.Damaged))
            end = end with { Kind = run.Own.Contains(key) ? WorkReportKind.Done : WorkReportKind.DoneElsewhere };
        if (end.IsDone) run.Retries.TryRemove(key, out _);
        switch (end.Kind)
        {
            case WorkReportKind.Done:
                run.Queue.Done(key);
                run.CountTrained();
                run.Meter.Finished(key, failed: false);
                _failed.Delete(key);
                return;
            case WorkReportKind.DoneElsewhere:
                run.Queue.Done(key);
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
        var log = JobLog.Write(options.LogFolder, attempt, model, end, worker, device, now);
        var failure = new JobFailure(model.Title, key, end.Reason, log, attempt.Number, now);
        run.LastFailure = failure;
        if (attempt.MayRetry)
        {
            run.Meter.Dropped(key);
            run.Retries[key] = failure;
            voice.Retrying(failure);
            // Where the first failure ends the run, it is to be known whether this is one before others are begun.
            run.Queue.Return(attempt.Next(model), TimeSpan.Zero, first: !options.KeepGoing);
            return;
        }

        run.Retries.TryRemove(key, out _);
        Fail(failure);
        if (!options.KeepGoing) await stop.CancelAsync();
    }

    /// <summary>A job failed for good, and with it all that was to start from it.</summary>
    public void Fail(JobFailure failure)
    {
        run.Meter.Finished(failure.Key, failed: true);
        run.Failures.Enqueue(failure);
        voice.Failed(failure);
        try
        {
            _failed.Write(failure);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            voice.Tell(new(
                DiagnosticSeverity.Warning, DiagnosticCodes.StoreUnwritable, new(folders.Root), "",
                $"The failure of job {failure.Key.Short} could not be noted for -t:Status: {e.Message}"));
        }

        foreach (var started in run.Queue.TakeStartedFrom(failure.Key))
            Fail(failure with
            {
                Title = started.Title, Key = started.Key,
                Reason = $"The model that it starts from, '{failure.Title}', failed: {failure.Reason}",
            });
    }
}
