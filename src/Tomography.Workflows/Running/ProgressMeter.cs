using System.Collections.Immutable;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>
/// Counts jobs and epochs of a run and estimates the time left: epochs that are left, times the time that an epoch of such a job took so
/// far in this run.
/// Jobs over the same graphs with the same model are alike; until one of a kind has trained, it counts as the mean of the others.
/// </summary>
internal sealed class ProgressMeter
{
    /// <summary>So much of a job must be trained before an estimate is worth telling.</summary>
    private const double LeastWorked = 0.2;

    private readonly int _total, _alreadyDone, _workers;
    private readonly Func<TimeSpan> _elapsed;
    private readonly Lock _lock = new();
    private readonly Dictionary<JobKey, Attempt> _running = [];
    private readonly Dictionary<JobKey, (Kind Kind, int Epochs)> _left;
    private readonly Dictionary<Kind, long> _epochsLeft = [];
    private readonly Dictionary<Kind, Pace> _paces = [];
    private double _worked;
    private int _finished, _failed;

    /// <summary>A meter of a run that begins.</summary>
    /// <param name="todo">The jobs to train.</param>
    /// <param name="alreadyDone">Jobs that have a result.</param>
    /// <param name="workers">Jobs that are trained at a time, at most.</param>
    /// <param name="elapsed">The time since the run began.</param>
    public ProgressMeter(IReadOnlyCollection<CohortOrder> todo, int alreadyDone, int workers, Func<TimeSpan> elapsed)
    {
        (_total, _alreadyDone, _workers, _elapsed) = (todo.Sum(o => o.Models.Length) + alreadyDone, alreadyDone, workers, elapsed);
        _left = todo.SelectMany(o => o.Keys, (o, key) => (o, key)).ToDictionary(l => l.key, l => (Kind.Of(l.o), l.o.Training.Epochs));
        foreach (var (kind, epochs) in _left.Values) _epochsLeft[kind] = _epochsLeft.GetValueOrDefault(kind) + epochs;
    }

    public void Started(CohortOrder order) => Update(now =>
    {
        foreach (var model in order.Models)
        {
            var unit = order.Properties.FirstOrDefault(p => p.Name == model.Target)?.Unit ?? "";
            _running[model.Key] = new(new(model.Key, model.Title, 0, order.Training.Epochs, null, unit), Kind.Of(order), 0, now, now);
        }
    });

    /// <summary>The worker begins the job behind an epoch: what came before was worked in another run.</summary>
    public void Resumed(JobKey key, int epoch) =>
        Update(now =>
        {
            if (_running.TryGetValue(key, out var attempt))
                _running[key] = attempt with { Job = attempt.Job with { Epoch = epoch }, FirstEpoch = epoch, Since = now, Until = now };
        });

    public void Trained(JobKey key, int epoch, double mae) =>
        Update(now =>
        {
            if (_running.TryGetValue(key, out var attempt))
                _running[key] = attempt with { Job = attempt.Job with { Epoch = epoch, ValidationMae = mae }, Until = now };
        });

    /// <summary>The job was not done after all: another build trains it, or it is tried again later.</summary>
    public void Dropped(JobKey key) => Update(_ => Observe(key));

    public void Finished(JobKey key, bool failed) =>
        Update(now =>
        {
            if (!failed && _running.TryGetValue(key, out var attempt))
                _running[key] = attempt with { Job = attempt.Job with { Epoch = attempt.Job.Epochs }, Until = now };
            Observe(key);
            Remove(key);
            if (failed)
                _failed++;
        });

    /// <summary>A job of the queue that needs no work any more: another build that shares the store did it.</summary>
    public void DoneElsewhere(JobKey key) => Update(_ =>
    {
        _running.Remove(key);
        Remove(key);
    });

    /// <summary>How far the run is.</summary>
    public RunProgress Read()
    {
        lock (_lock) return new(_alreadyDone + _finished, _total, _running.Count, _failed, TimeLeft());
    }

    /// <summary>The jobs being trained.</summary>
    public ImmutableArray<RunningJob> Running()
    {
        lock (_lock) return [.. _running.Values.Select(a => a.Job)];
    }

    private TimeSpan? TimeLeft()
    {
        if (_worked + _running.Values.Sum(a => a.Worked) <= LeastWorked) return null;
        var paces = new Dictionary<Kind, Pace>(_paces);
        var epochsLeft = new Dictionary<Kind, long>(_epochsLeft);
        foreach (var attempt in _running.Values)
        {
            paces[attempt.Kind] = paces.GetValueOrDefault(attempt.Kind).With(attempt);
            epochsLeft[attempt.Kind] = epochsLeft.GetValueOrDefault(attempt.Kind) - attempt.Job.Epoch;
        }

        var mean =
            paces.Values.Aggregate(new Pace(), (all, pace) => new(all.Epochs + pace.Epochs, all.Seconds + pace.Seconds)).SecondsPerEpoch
            ?? 0;
        double PaceOf(Kind kind) => paces.GetValueOrDefault(kind).SecondsPerEpoch ?? mean;
        var work = epochsLeft.Sum(left => left.Value * PaceOf(left.Key));
        // The last job runs alone, however many workers there are.
        var longest = _running.Values.Select(a => (a.Job.Epochs - a.Job.Epoch) * PaceOf(a.Kind)).DefaultIfEmpty(0).Max();
        return TimeSpan.FromSeconds(Math.Max(longest, work / Math.Max(1, Math.Min(_workers, _left.Count))));
    }

    private void Observe(JobKey key)
    {
        if (!_running.Remove(key, out var attempt)) return;
        _worked += attempt.Worked;
        _paces[attempt.Kind] = _paces.GetValueOrDefault(attempt.Kind).With(attempt);
    }

    private void Remove(JobKey key)
    {
        _finished++;
        if (_left.Remove(key, out var job)) _epochsLeft[job.Kind] -= job.Epochs;
    }

    private void Update(Action<TimeSpan> change)
    {
        lock (_lock) change(_elapsed());
    }

    /// <summary>What makes an epoch take its time: the graphs of a representation, the sizes of the model, and the batches.</summary>
    private sealed record Kind(string Graphs, ModelSettings Model, int BatchSize)
    {
        public static Kind Of(CohortOrder order) => new(order.Graphs, order.Model, order.Training.BatchSize);
    }

    /// <summary>A job that a worker trains: since when, behind which epoch, and when its last epoch ended.</summary>
    private sealed record Attempt(RunningJob Job, Kind Kind, int FirstEpoch, TimeSpan Since, TimeSpan Until)
    {
        public int Epochs => Job.Epoch - FirstEpoch;

        public double Worked => (double)Epochs / Job.Epochs;
    }

    private readonly record struct Pace(long Epochs, double Seconds)
    {
        public double? SecondsPerEpoch => Epochs > 0 ? Seconds / Epochs : null;

        public Pace With(Attempt attempt) =>
            attempt.Epochs > 0 ? new(Epochs + attempt.Epochs, Seconds + (attempt.Until - attempt.Since).TotalSeconds) : this;
    }
}
