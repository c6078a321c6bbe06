using System.Collections.Immutable;

namespace Tomography.Workflows.Worker;

/// <summary>
/// The mode <c>pull</c>: takes from a plan what the store lacks and nobody trains, until nothing is left. Any number of such workers share
/// a plan; none knows of the others but through the store.
/// </summary>
/// <param name="cohorts">The plan.</param>
/// <param name="folders">The store.</param>
/// <param name="trainer">Who trains.</param>
/// <param name="terms">What it heeds beyond the plan.</param>
/// <param name="status">Tells others what it does.</param>
/// <param name="log">Where progress goes.</param>
internal sealed class PullLoop(
    ImmutableArray<CohortOrder> cohorts, StoreFolders folders, CohortTrainer trainer, PullTerms terms, PullStatus status, TextWriter log)
{
    private static readonly TimeSpan BusyPause = TimeSpan.FromSeconds(1);

    private readonly ResultStore _results = new(folders.Root);
    private readonly FailureStore _failures = new(folders);
    private readonly Dictionary<JobKey, int> _attempts = [];
    private readonly HashSet<JobKey> _done = [];
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>Trains until every model of the plan has a result, or failed as often as it is tried.</summary>
    /// <param name="cancellation">Stops between and within trainings; checkpoints are left.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    /// <exception cref="Learning.DeviceFailedException">The device does not answer any more; what it saved is there.</exception>
    /// <exception cref="InvalidDataException">The plan is of another version, or the store has not what it names.</exception>
    public PullEnd Run(CancellationToken cancellation)
    {
        foreach (var cohort in cohorts) OrderChecks.Require(cohort, folders);
        var all = CohortOrder.EachOnce(cohorts);
        var planned = all.Sum(c => c.Models.Length);
        while (true)
        {
            var givenUp = terms.GivenUp();
            CohortOrder[] open =
            [
                .. all.Select(c => c.Only(m => !givenUp.Contains(m.Key) && IsOpen(c, m) && !HasLostSource(c, m, givenUp)))
                    .OfType<CohortOrder>(),
            ];
            var missing = open.Sum(c => c.Models.Length);
            log.WriteLine($"{planned - missing} of {planned} models done or given up.");
            var failed = givenUp.Union(_attempts.Keys).Count(key => !_results.Contains(key));
            if (missing == 0) return new(PullEndKind.NothingLeft, failed);
            status.Start(planned - missing);
            var (trained, tooLong) = (0, 0);
            // What starts from another model waits for it, as for models that others train.
            var ready = open.Select(c => c.Only(m => m.Start is not { } start || _done.Contains(start.Source))).OfType<CohortOrder>();
            foreach (var order in FromBegin(WorkOrder.Pack(ready, trainer.Device.CohortSize)))
            {
                cancellation.ThrowIfCancellationRequested();
                if (Left(order) is not { } left) continue;
                if (!terms.Fits(left))
                {
                    tooLong++;
                    continue;
                }

                var models = left.Models.ToDictionary(m => m.Model.Key);
                CohortWork.Run(
                    trainer, left,
                    report =>
                    {
                        var (cohort, model) = models[report.Key];
                        status.Hear(cohort, model, report);
                        trained += Settle(cohort, model, report);
                    },
                    cancellation);
            }

            // All that is left is trained by others at this moment; they may be killed, so it is looked for again.
            if (trained == 0 && tooLong > 0) return new(PullEndKind.NoTime, failed);
            if (trained == 0 && !terms.Waits()) return new(PullEndKind.OthersWork, failed);
            if (trained == 0) cancellation.WaitHandle.WaitOne(BusyPause);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>
    /// What of an order has no result by now: where many workers share a plan, others have done most of it since it was looked through.
    /// A look costs far less than a claim.
    /// </summary>
    private WorkOrder? Left(WorkOrder order)
    {
        // A result that is there may be damaged: the claim's own look tells.
        if (terms.Verifies) return order;
        CohortOrder[] left = [.. order.Cohorts.Select(c => c.Only(m => !IsThere(m))).OfType<CohortOrder>()];
        return left.Length == 0 ? null : new([.. left]);
    }

    /// <summary>A result that was found is not looked for again: a large plan is looked through every second at its end.</summary>
    private bool IsThere(ModelOrder model)
    {
        if (_done.Contains(model.Key)) return true;
        var isThere = terms.Verifies ? _results.IsDone(model.Key, model.Keeps, Tell) : _results.ContainsAll(model.Key, model.Keeps);
        if (isThere) _done.Add(model.Key);
        return isThere;
    }

    private bool IsOpen(CohortOrder cohort, ModelOrder model)
    {
        if (IsThere(model)) return false;
        return _attempts.GetValueOrDefault(model.Key) <= cohort.Retries;
    }

    /// <summary>Whether the model that one starts from failed for good; it is then given up with it.</summary>
    private bool HasLostSource(CohortOrder cohort, ModelOrder model, ImmutableHashSet<JobKey> givenUp)
    {
        if (model.Start is not { } start || _results.Contains(start.Source)) return false;
        if (!givenUp.Contains(start.Source) && _attempts.GetValueOrDefault(start.Source) <= cohort.Retries) return false;
        var reason = $"The model that it starts from, '{start.Title}', failed.";
        log.WriteLine($"failed   {model.Title}: {reason}");
        _attempts[model.Key] = cohort.Retries + 1;
        StoreException.Guard(() =>
        {
            _failures.Write(new(model.Title, model.Key, reason, "", 1, DateTimeOffset.UtcNow));
            terms.GiveUp(model.Key);
        });
        return true;
    }

    private IEnumerable<WorkOrder> FromBegin(ImmutableArray<WorkOrder> orders)
    {
        var begin = (int)(terms.Begin * orders.Length);
        return [.. orders[begin..], .. orders[..begin]];
    }

    private void Tell(string message)
    {
        if (_told.Add(message)) log.WriteLine(message);
    }

    /// <summary>Draws the consequences of a report; 1 where a model was tried.</summary>
    private int Settle(CohortOrder cohort, ModelOrder model, WorkReport report)
    {
        switch (report.Kind)
        {
            case WorkReportKind.Done:
                log.WriteLine($"trained  {model.Title}");
                StoreException.Guard(() => _failures.Delete(model.Key));
                terms.Trained(cohort, model);
                return 1;
            case WorkReportKind.Warning or WorkReportKind.MemoryShort:
                Tell(report.Message ?? "");
                return 0;
            case WorkReportKind.StoreFailed:
                throw new StoreException(new IOException(report.Message));
            case WorkReportKind.Failed:
                var attempt = _attempts[model.Key] = _attempts.GetValueOrDefault(model.Key) + 1;
                log.WriteLine($"failed   {model.Title}: {report.Message}");
                log.WriteLine(report.Details);
                if (attempt > cohort.Retries)
                    StoreException.Guard(() =>
                    {
                        _failures.Write(new(model.Title, model.Key, report.Message ?? "", "", attempt, DateTimeOffset.UtcNow));
                        terms.GiveUp(model.Key);
                    });
                return 1;
            default:
                return 0;
        }
    }
}
