using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Tomography.Learning;

/// <summary>One training under way. Between two steps its state is that of a <see cref="TrainingCheckpoint"/>.</summary>
internal sealed class TrainingRun : IDisposable
{
    private readonly TrainingTask _task;
    private readonly TrainingOptions _options;
    private readonly Normalization _normalization;
    private readonly INetwork _network;
    private readonly int[] _order;
    private readonly Generator _shuffle;
    private readonly List<EpochRecord> _history;
    private readonly double _earlierSeconds;
    private readonly Stopwatch _clock;
    private int _epoch, _position, _bestEpoch;
    private double _lossSum, _bestMae;
    private ModelState _best;
    private bool _unsaved;

    public TrainingRun(IComputeDevice device, TrainingTask task, TrainingOptions options)
    {
        (_task, _options) = (task, options);
        IReadOnlyCollection<int> scope = task.Training.Normalize == NormalizationScope.Training ? task.Split.Train : Enumerable.Range(0, task.Graphs.Count).ToArray();
        _normalization = Normalization.Of(task.Target.Values, scope);
        var feature = task.Feature is null ? FeatureVectors.None : FeatureVectors.Of(task.Feature, scope);
        var targets = task.Target.Values.Select(v => (float)_normalization.Apply(v)).ToArray();
        var inputs = new NetworkInputs(task.Graphs, feature, targets, task.Model, task.Training);
        var layout = inputs.CreateLayout();
        if (options.Resume is { } checkpoint)
        {
            CheckpointChecks.Fits(checkpoint, task, layout);
            (_epoch, _position, _lossSum) = (checkpoint.Epoch, checkpoint.Position, checkpoint.LossSum);
            (_best, _bestEpoch, _bestMae) = (checkpoint.Best, checkpoint.BestEpoch, checkpoint.BestMae);
            (_order, _shuffle) = ([.. checkpoint.Order], new(checkpoint.Shuffle));
            (_history, _earlierSeconds) = ([.. checkpoint.History], checkpoint.Seconds);
            _network = device.Create(inputs, checkpoint.Network.Model);
            _network.LoadTraining(checkpoint.Network);
        }
        else
        {
            (_order, _shuffle) = ([.. task.Split.Train], new(task.Seed, GeneratorPurpose.Shuffle));
            (_best, _bestEpoch, _bestMae) = (InitialWeights.Draw(layout, task.Seed), 0, double.PositiveInfinity);
            _history = [];
            _network = device.Create(inputs, _best);
            StartEpoch(1);
        }

        _clock = Stopwatch.StartNew();
    }

    public TrainingOutcome ToTheEnd(CancellationToken cancellation)
    {
        while (true)
        {
            TrainEpoch(cancellation);
            ValidateEpoch();
            if (_epoch == _task.Training.Epochs) break;
            StartEpoch(_epoch + 1);
        }

        var seconds = Seconds;
        _network.Load(_best);
        var testMae = MeanAbsoluteError(_task.Split.Test, out var predictions);
        if (!double.IsFinite(testMae)) throw new TrainingDivergedException(_bestEpoch);
        return new(testMae, _bestMae, _bestEpoch, [.. _history], predictions, _best, Latents(), seconds);
    }

    private ImmutableArray<float> Latents()
    {
        var crystals = _task.Split.Test.AsSpan()[..Math.Min(_options.MostLatents, _task.Split.Test.Length)];
        var vectors = new float[crystals.Length * _task.Model.AtomFeatures];
        _network.Pool(crystals, vectors);
        return ImmutableCollectionsMarshal.AsImmutableArray(vectors);
    }

    public void Dispose() => _network.Dispose();

    private double Seconds => _earlierSeconds + _clock.Elapsed.TotalSeconds;

    private void StartEpoch(int epoch)
    {
        (_epoch, _position, _lossSum) = (epoch, 0, 0);
        _shuffle.Shuffle(_order);
    }

    private void TrainEpoch(CancellationToken cancellation)
    {
        var rate = _task.Training.LearningRateOf(_epoch);
        BetweenSteps(cancellation);
        while (_position < _order.Length)
        {
            var batch = _order.AsSpan(_position, Math.Min(_task.Training.BatchSize, _order.Length - _position));
            _lossSum += _network.Train(batch, rate) * batch.Length;
            // A sum of squares that is not finite stays so: the epoch need not be finished.
            if (!double.IsFinite(_lossSum)) throw new TrainingDivergedException(_epoch);
            _position += batch.Length;
            _unsaved = true;
            BetweenSteps(cancellation);
        }
    }

    private void BetweenSteps(CancellationToken cancellation)
    {
        var cancelled = cancellation.IsCancellationRequested;
        if (_unsaved && _options.SaveCheckpoint is { } save && (cancelled || _options.IsCheckpointDue?.Invoke() == true))
        {
            save(Checkpoint());
            _unsaved = false;
        }

        if (cancelled) cancellation.ThrowIfCancellationRequested();
    }

    private TrainingCheckpoint Checkpoint() => new(
        _epoch, _position, _lossSum, [.. _order], _shuffle.State, _network.SaveTraining(), _best, _bestEpoch, _bestMae, [.. _history], Seconds);

    private void ValidateEpoch()
    {
        var (loss, mae) = (_lossSum / _order.Length, MeanAbsoluteError(_task.Split.Validation, out _));
        if (!double.IsFinite(loss) || !double.IsFinite(mae)) throw new TrainingDivergedException(_epoch);
        var record = new EpochRecord(_epoch, loss, mae);
        _history.Add(record);
        if (mae < _bestMae) (_best, _bestEpoch, _bestMae) = (_network.Save(), _epoch, mae);
        _unsaved = true;
        _options.OnEpoch?.Invoke(record);
    }

    private double MeanAbsoluteError(ImmutableArray<int> crystals, out ImmutableArray<double> predictions)
    {
        var values = new double[crystals.Length];
        _network.Predict(crystals.AsSpan(), values);
        double sum = 0;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = _normalization.Invert(values[i]);
            sum += Math.Abs(values[i] - _task.Target.Values[crystals[i]]);
        }

        predictions = [.. values];
        return sum / values.Length;
    }
}
