using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>Counts jobs and epochs of a run and estimates the time left from the epochs trained so far.</summary>
internal sealed class ProgressMeter(int total, int alreadyDone)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<JobKey, (RunningJob Job, int FirstEpoch)> _running = [];
    private double _worked;
    private int _finished, _failed;

    public void Started(WorkOrder order) => Update(() =>
        _running[order.Key] = (new(order.Key, order.Title, 0, order.Training.Epochs, null, order.Properties.IsEmpty ? "" : order.Properties[0].Unit), 0));

    /// <summary>The job goes on behind an epoch: what came before was worked in another run.</summary>
    public void Resumed(JobKey key, int epoch) => Update(() =>
    {
        if (_running.TryGetValue(key, out var running)) _running[key] = (running.Job with { Epoch = epoch }, epoch);
    });

    public void Trained(JobKey key, int epoch, double mae) => Update(() =>
    {
        if (_running.TryGetValue(key, out var running)) _running[key] = running with { Job = running.Job with { Epoch = epoch, ValidationMae = mae } };
    });

    /// <summary>The job was not done after all: another build trains it, or it is tried again later.</summary>
    public void Dropped(JobKey key) => Update(() => _running.Remove(key));

    public void Finished(JobKey key, bool failed) => Update(() =>
    {
        // A job that failed early says little about how long others take.
        _running.Remove(key, out var running);
        _worked += running.Job is null ? 0 : failed ? Worked(running) : 1 - (double)running.FirstEpoch / running.Job.Epochs;
        _finished++;
        if (failed) _failed++;
    });

    /// <summary>A job of the queue that needs no work any more: another build that shares the store did it.</summary>
    public void DoneElsewhere(JobKey key) => Update(() =>
    {
        _running.Remove(key);
        _finished++;
    });

    /// <summary>How far the run is, so long after its start.</summary>
    public RunProgress Read(TimeSpan elapsed)
    {
        lock (_lock)
        {
            var worked = _worked + _running.Values.Sum(Worked);
            var todo = total - alreadyDone - _finished - _running.Values.Sum(r => (double)r.Job.Epoch / r.Job.Epochs);
            TimeSpan? left = worked > 0.2 ? elapsed * (todo / worked) : null;
            return new(alreadyDone + _finished, total, _running.Count, _failed, left);
        }
    }

    /// <summary>The jobs being trained.</summary>
    public ImmutableArray<RunningJob> Running()
    {
        lock (_lock) return [.. _running.Values.Select(r => r.Job)];
    }

    private static double Worked((RunningJob Job, int FirstEpoch) running) => (double)(running.Job.Epoch - running.FirstEpoch) / running.Job.Epochs;

    private void Update(Action change)
    {
        lock (_lock) change();
    }
}
