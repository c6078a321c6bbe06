using System.Collections.Immutable;
using System.Globalization;

namespace Tomography.Workflows;

/// <summary>
/// Counts jobs and epochs of a run and estimates the time left: epochs that are left, at the pace of the workers so far in this run.
/// Jobs over the same graphs with the same model are alike; until one of a kind has trained on a kind of device, it counts as the mean of
/// the others there.
/// </summary>
internal sealed class ProgressMeter
{
    /// <summary>So much of a job must be trained before an estimate is worth telling.</summary>
    private const double LeastWorked = 0.2;

    private readonly int _total, _alreadyDone;
    private readonly Func<TimeSpan> _elapsed;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _workers;
    private readonly Dictionary<JobKey, (RunningJob Job, Batch Batch)> _running = [];
    private readonly HashSet<Batch> _batches = [];
    private readonly Dictionary<JobKey, (WorkKind Work, int Epochs)> _left;
    private readonly Dictionary<WorkKind, long> _epochsLeft = [];
    private Paces _ended = Paces.None;
    private double _worked;
    private int _finished, _failed;

    /// <summary>A meter of a run that begins.</summary>
    /// <param name="todo">The jobs to train.</param>
    /// <param name="alreadyDone">Jobs that have a result.</param>
    /// <param name="devices">The device of each worker.</param>
    /// <param name="elapsed">The time since the run began.</param>
    public ProgressMeter(IReadOnlyCollection<CohortOrder> todo, int alreadyDone, IEnumerable<string> devices, Func<TimeSpan> elapsed)
    {
        (_total, _alreadyDone, _elapsed) = (todo.Sum(o => o.Models.Length) + alreadyDone, alreadyDone, elapsed);
        _workers = devices.GroupBy(DeviceKind.Of, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        _left = todo.SelectMany(o => o.Keys, (o, key) => (o, key)).ToDictionary(l => l.key, l => (WorkKind.Of(l.o), l.o.Training.Epochs));
        foreach (var (work, epochs) in _left.Values) _epochsLeft[work] = _epochsLeft.GetValueOrDefault(work) + epochs;
    }

    /// <summary>A worker was given an order.</summary>
    public void Started(WorkOrder order, string device) => Update(now =>
    {
        var first = order.Cohorts[0];
        var batch = new Batch(WorkKind.Of(first), device, first.Training.Epochs, now);
        foreach (var (cohort, model) in order.Models)
        {
            var unit = cohort.Properties.FirstOrDefault(p => p.Name == model.Target)?.Unit ?? "";
            var job = new RunningJob(model.Key, model.Title, 0, cohort.Training.Epochs, null, unit) { Device = batch.NamedDevice };
            _running[model.Key] = (job, batch);
            batch.Models++;
        }

        _batches.Add(batch);
    });

    /// <summary>The worker begins the job behind an epoch: what came before was worked in another run.</summary>
    public void Resumed(JobKey key, int epoch) => Update(now =>
    {
        if (!_running.TryGetValue(key, out var running)) return;
        _running[key] = running with { Job = running.Job with { Epoch = epoch } };
        running.Batch.Begin(now);
    });

    public void Trained(JobKey key, int epoch, double mae) => Update(now =>
    {
        Advance(key, epoch, now);
        if (_running.TryGetValue(key, out var running)) _running[key] = running with { Job = running.Job with { ValidationMae = mae } };
    });

    /// <summary>The job was not done after all: another build trains it, or it is tried again later.</summary>
    public void Dropped(JobKey key) => Update(_ => End(key));

    public void Finished(JobKey key, bool failed) => Update(now =>
    {
        if (!failed && _running.TryGetValue(key, out var running)) Advance(key, running.Job.Epochs, now);
        End(key);
        Remove(key);
        if (failed) _failed++;
    });

    /// <summary>A job of the queue that needs no work any more: another build that shares the store did it.</summary>
    public void DoneElsewhere(JobKey key) => Update(_ =>
    {
        End(key);
        Remove(key);
    });

    /// <summary>A device trains no more.</summary>
    public void Lost(string device) => Update(_ => _workers[DeviceKind.Of(device)]--);

    /// <summary>Whether a core of the CPU should begin an order, or leave it to the GPUs.</summary>
    public bool ShouldBeginOnCpu(CohortOrder order)
    {
        lock (_lock)
        {
            var gpus = _workers.Where(w => w.Key != DeviceKind.Cpu && w.Value > 0).ToDictionary(StringComparer.Ordinal);
            if (gpus.Count == 0) return true;
            var paces = PacesNow();
            var left = EpochsLeft();
            foreach (var (job, batch) in _running.Values.Where(r => r.Batch.DeviceKind == DeviceKind.Cpu))
                left[batch.Work] -= job.Epochs - job.Epoch;
            var cpu = paces.Of(WorkKind.Of(order), DeviceKind.Cpu) * order.Training.Epochs * order.Models.Length;
            return CpuShare.ShouldBegin(cpu, paces.SecondsFor(left, gpus));
        }
    }

    /// <summary>How far the run is.</summary>
    public RunProgress Read()
    {
        lock (_lock)
            return new(_alreadyDone + _finished, _total, _running.Count, _failed, TimeLeft()) { Devices = Devices() };
    }

    /// <summary>The jobs being trained.</summary>
    public ImmutableArray<RunningJob> Running()
    {
        lock (_lock) return [.. _running.Values.Select(r => r.Job)];
    }

    private string? Devices()
    {
        var named = _running.Values.Select(r => r.Job.Device).OfType<string>().CountBy(d => d, StringComparer.Ordinal)
            .OrderBy(d => d.Key, StringComparer.Ordinal)
            .Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Value} on {d.Key}")).ToArray();
        return named.Length == 0 ? null : string.Join(", ", named);
    }

    private TimeSpan? TimeLeft()
    {
        if (_worked + _batches.Sum(b => b.Worked) <= LeastWorked) return null;
        var (paces, workers) = (PacesNow(), new Dictionary<string, int>(_workers, StringComparer.Ordinal));
        // Cores cannot share the last jobs, however many there are; what GPUs train they cannot take at all.
        if (workers.TryGetValue(DeviceKind.Cpu, out var cores))
            workers[DeviceKind.Cpu] = Math.Min(cores, _left.Count - _running.Values.Count(r => r.Batch.DeviceKind != DeviceKind.Cpu));
        if (paces.SecondsFor(EpochsLeft(), workers) is not { } seconds) return null;
        // What runs stays where it is.
        foreach (var batch in _running.Values.GroupBy(r => r.Batch))
        {
            var pace = paces.OrMean(batch.Key.Work, batch.Key.DeviceKind) ?? 0;
            seconds = Math.Max(seconds, batch.Sum(r => r.Job.Epochs - r.Job.Epoch) * pace);
        }

        const int Digits = 6; // sums in another order are no other time
        return TimeSpan.FromSeconds(Math.Round(seconds, Digits));
    }

    private Paces PacesNow() => _batches.Aggregate(_ended, (all, b) => all.With(b.Work, b.DeviceKind, b.Pace));

    private Dictionary<WorkKind, long> EpochsLeft()
    {
        var left = new Dictionary<WorkKind, long>(_epochsLeft);
        foreach (var (job, batch) in _running.Values) left[batch.Work] = left.GetValueOrDefault(batch.Work) - job.Epoch;
        return left;
    }

    private void Advance(JobKey key, int epoch, TimeSpan now)
    {
        if (!_running.TryGetValue(key, out var running)) return;
        running.Batch.Train(epoch - running.Job.Epoch, now);
        _running[key] = running with { Job = running.Job with { Epoch = epoch } };
    }

    private void End(JobKey key)
    {
        if (!_running.Remove(key, out var running) || --running.Batch.Models > 0) return;
        _batches.Remove(running.Batch);
        _worked += running.Batch.Worked;
        _ended = _ended.With(running.Batch.Work, running.Batch.DeviceKind, running.Batch.Pace);
    }

    private void Remove(JobKey key)
    {
        _finished++;
        if (_left.Remove(key, out var job)) _epochsLeft[job.Work] -= job.Epochs;
    }

    private void Update(Action<TimeSpan> change)
    {
        lock (_lock) change(_elapsed());
    }
}
