using System.Collections.Immutable;
using System.Diagnostics;

namespace Tomography.Learning;

/// <summary>
/// A cohort under way. Models that stand at the same step go on together; those that checkpoints left behind catch up first. What a model
/// computes does not depend on who trains beside it.
/// </summary>
internal sealed class CohortRun : IDisposable
{
    private readonly CohortTask _cohort;
    private readonly CohortOptions _options;
    private readonly IModelBank? _bank;
    private readonly List<ModelRun> _active = [];
    private bool _isDue;

    public CohortRun(IComputeDevice device, CohortTask cohort, CohortOptions options)
    {
        (_cohort, _options) = (cohort, options);
        var features = new SharedFeatures();
        for (var place = 0; place < cohort.Models.Length; place++)
        {
            try
            {
                _active.Add(new(place, _active.Count, cohort.Models[place], features, options.Resume(place)));
            }
            catch (InvalidDataException e) when (options.OnFailed is { } tell)
            {
                tell(place, e);
            }
        }

        if (_active.Count == 0) return;
        _bank = device.Create([.. _active.Select(r => r.Inputs)], [.. _active.Select(r => r.Initial)]);
        try
        {
            foreach (var run in _active) run.Resume(_bank);
        }
        catch
        {
            _bank.Dispose();
            throw;
        }
    }

    public void Dispose() => _bank?.Dispose();

    /// <summary>Trains until every model is done or has failed.</summary>
    public void ToTheEnd(CancellationToken cancellation)
    {
        while (_active.Count > 0)
        {
            var behind = _active.MinBy(r => (r.Epoch, r.Position))!;
            var group = _active
                .Where(r => (r.Epoch, r.Position, r.Order.Length) == (behind.Epoch, behind.Position, behind.Order.Length))
                .ToList();
            TrainEpoch(group, cancellation);
            ValidateEpoch(group);
            foreach (var run in group)
            {
                if (!run.IsLastEpoch) run.StartEpoch(run.Epoch + 1);
                else if (Try(run, r => r.Test(_bank!, _options.MostLatents(r.Place)), out var outcome)) Finish(run, outcome!);
            }
        }
    }

    private void TrainEpoch(List<ModelRun> group, CancellationToken cancellation)
    {
        var training = _cohort.Models[0].Training;
        _isDue = !cancellation.IsCancellationRequested && _active.Exists(r => r.IsUnsaved) && IsCheckpointDue();
        BetweenSteps(cancellation);
        while (group.Count > 0 && group[0].Position < group[0].Order.Length)
        {
            var slots = group.Select(r => r.Slot).ToArray();
            var losses = group.Select(r => r.LossSum).ToArray();
            var started = Stopwatch.GetTimestamp();
            var end = _bank!.Train(Stream(group, training.BatchSize), slots, losses, Pause);
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds / group.Count;
            foreach (var (run, loss) in group.Zip(losses).ToArray())
            {
                (run.Position, run.LossSum, run.IsUnsaved) = (end, loss, true);
                run.Seconds += seconds;
                // A sum of squares that is not finite stays so: the epoch need not be finished.
                if (!double.IsFinite(loss)) Fail(run, new TrainingDivergedException(run.Epoch), group);
            }

            BetweenSteps(cancellation);
        }

        bool Pause() => cancellation.IsCancellationRequested || (_isDue = IsCheckpointDue());
    }

    /// <summary>The batches of models that stand at one step; those of one seed and split share them.</summary>
    private static BatchStream Stream(List<ModelRun> group, int batchSize)
    {
        var orders = new List<ModelRun>();
        var orderOf = ImmutableArray.CreateBuilder<int>(group.Count);
        foreach (var run in group)
        {
            var place = orders.FindIndex(run.SharesBatches);
            if (place < 0) orders.Add(run);
            orderOf.Add(place < 0 ? orders.Count - 1 : place);
        }

        return new(
            [.. orders.Select(r => r.Order)], orderOf.MoveToImmutable(), group[0].Position, batchSize, group[0].LearningRate);
    }

    private void ValidateEpoch(List<ModelRun> group)
    {
        foreach (var part in group.GroupBy(r => r.Validation).Select(g => g.ToArray()).ToArray()) ValidateEpoch(part, group);
    }

    /// <summary>Validates models of one validation part; those that fail leave the group.</summary>
    private void ValidateEpoch(ModelRun[] all, List<ModelRun> group)
    {
        var started = Stopwatch.GetTimestamp();
        var crystals = all[0].Validation;
        var predictions = new double[all.Sum(r => r.Predicted) * crystals.Length];
        _bank!.Predict([.. all.Select(r => r.Slot)], crystals.AsSpan(), predictions);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds / all.Length;
        var left = predictions.AsMemory();
        for (var i = 0; i < all.Length; i++)
        {
            var own = left[..(all[i].Predicted * crystals.Length)];
            left = left[own.Length..];
            all[i].Seconds += seconds;
            if (Try(all[i], r => r.Validate(_bank, own.Span), out var record)) _options.OnEpoch?.Invoke(all[i].Place, record);
            else group.Remove(all[i]);
        }
    }

    private bool IsCheckpointDue() => _options.SaveCheckpoint is not null && _options.IsCheckpointDue?.Invoke() == true;

    private void BetweenSteps(CancellationToken cancellation)
    {
        var cancelled = cancellation.IsCancellationRequested;
        if ((cancelled || _isDue) && _options.SaveCheckpoint is { } save)
            foreach (var run in _active.Where(r => r.IsUnsaved))
            {
                save(run.Place, run.Checkpoint(_bank!));
                run.IsUnsaved = false;
            }

        _isDue = false;
        if (cancelled) cancellation.ThrowIfCancellationRequested();
    }

    private bool Try<T>(ModelRun run, Func<ModelRun, T> act, out T? result)
    {
        result = default;
        try
        {
            result = act(run);
            return true;
        }
        catch (TrainingDivergedException e)
        {
            Fail(run, e, []);
            return false;
        }
    }

    private void Finish(ModelRun run, TrainingOutcome outcome)
    {
        _active.Remove(run);
        _options.OnDone(run.Place, outcome);
    }

    private void Fail(ModelRun run, Exception e, List<ModelRun> group)
    {
        if (_options.OnFailed is not { } tell) throw e;
        _active.Remove(run);
        group.Remove(run);
        tell(run.Place, e);
    }
}
