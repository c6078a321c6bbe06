using System.Diagnostics;
using Tomography.Learning;

namespace Tomography.Workflows.Worker;

/// <summary>Trains one order, so that each of its models ends with a report whatever happens.</summary>
internal static class CohortWork
{
    private static readonly TimeSpan EpochInterval = TimeSpan.FromMilliseconds(500);

    /// <summary>Trains an order.</summary>
    /// <param name="trainer">Who trains.</param>
    /// <param name="order">What.</param>
    /// <param name="report">Hears all but epochs that follow each other at once.</param>
    /// <param name="cancellation">Stops the training.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    /// <exception cref="DeviceFailedException">The device does not answer any more; the models that are left were reported.</exception>
    public static void Run(CohortTrainer trainer, WorkOrder order, Action<WorkReport> report, CancellationToken cancellation)
    {
        JobKey[] keys = [.. order.Models.Select(m => m.Model.Key)];
        var left = keys.ToHashSet();
        var sinceEpoch = keys.ToDictionary(key => key, _ => Stopwatch.StartNew());
        // Said before anything is loaded: what ends the worker from here on is these jobs' fault.
        foreach (var key in keys) report(new(WorkReportKind.Started, key));
        try
        {
            trainer.Train(order, Tell, cancellation);
        }
        catch (StoreException e)
        {
            foreach (var key in left) report(new(WorkReportKind.StoreFailed, key, Message: e.Message));
        }
        catch (DeviceFailedException e)
        {
            foreach (var key in left) report(new(WorkReportKind.DeviceFailed, key, Message: e.Message, Details: e.ToString()));
            throw;
        }
        catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
        {
            // The whole story goes to the job's log; the report tells the user what happened.
            foreach (var key in left) report(new(WorkReportKind.Failed, key, Message: e.Message, Details: e.ToString()));
        }

        void Tell(WorkReport said)
        {
            if (said.Kind == WorkReportKind.Epoch)
            {
                if (sinceEpoch[said.Key].Elapsed < EpochInterval) return;
                sinceEpoch[said.Key].Restart();
            }

            if (said.Kind is WorkReportKind.Done or WorkReportKind.DoneElsewhere or WorkReportKind.Busy or WorkReportKind.Failed)
                left.Remove(said.Key);
            report(said);
        }
    }
}
