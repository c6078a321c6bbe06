using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Tomography.Learning;

/// <summary>
/// One model of a cohort under way. Between two steps its state, with that of its bank, is that of a <see cref="TrainingCheckpoint"/>.
/// </summary>
internal sealed class ModelRun
{
    private readonly TrainingTask _task;
    private readonly Normalization _normalization;
    private readonly int[] _order;
    private readonly Generator _shuffle;
    private readonly List<EpochRecord> _history;
    private readonly NetworkState? _resumed;
    private int _bestEpoch;
    private double _bestMae;
    private ModelState _best;
    private bool _isBestInBank;

    /// <summary>A model at its beginning, or where a checkpoint left it.</summary>
    /// <param name="place">Its place in the cohort.</param>
    /// <param name="slot">Its place in the bank: models that could not start leave no gap there.</param>
    /// <param name="task">What to train.</param>
    /// <param name="features">The numbers of features, made once for all models of the cohort.</param>
    /// <param name="resume">Where to go on; null for the initial weights.</param>
    /// <exception cref="InvalidDataException">The checkpoint is none of this task.</exception>
    public ModelRun(int place, int slot, TrainingTask task, SharedFeatures features, TrainingCheckpoint? resume)
    {
        (Place, Slot, _task) = (place, slot, task);
        var scope = task.NormalizationScope;
        _normalization = Normalization.Of(task.Target.Values, scope);
        var targets = task.Target.Values.Select(v => double.IsNaN(v) ? 0 : (float)_normalization.Apply(v)).ToArray();
        Inputs = new(task.Graphs, features.Of(task), targets, task.Model, task.Training);
        var layout = Inputs.CreateLayout();
        if (resume is { } checkpoint)
        {
            CheckpointChecks.Fits(checkpoint, task, layout);
            (Epoch, Position, LossSum) = (checkpoint.Epoch, checkpoint.Position, checkpoint.LossSum);
            (_best, _bestEpoch, _bestMae) = (checkpoint.Best, checkpoint.BestEpoch, checkpoint.BestMae);
            (_order, _shuffle) = ([.. checkpoint.Order], new(checkpoint.Shuffle));
            (_history, Seconds, _resumed) = ([.. checkpoint.History], checkpoint.Seconds, checkpoint.Network);
        }
        else
        {
            (_order, _shuffle) = ([.. task.Split.Train], new(task.Seed, GeneratorPurpose.Shuffle));
            (_best, _bestEpoch, _bestMae) = (InitialWeights.Draw(layout, task.Seed), 0, double.PositiveInfinity);
            _history = [];
            StartEpoch(1);
        }
    }

    /// <summary>Its place in the cohort.</summary>
    public int Place { get; }

    /// <summary>Its place in the bank.</summary>
    public int Slot { get; }

    /// <summary>What its network is made for.</summary>
    public NetworkInputs Inputs { get; }

    /// <summary>What its network starts from.</summary>
    public ModelState Initial => _resumed?.Model ?? _best;

    /// <summary>The epoch under way, from 1.</summary>
    public int Epoch { get; private set; }

    /// <summary>Crystals of the epoch that it has trained on.</summary>
    public int Position { get; set; }

    /// <summary>Sum over those crystals of the mean squared error of their step.</summary>
    public double LossSum { get; set; }

    /// <summary>Wall time so far, over all the runs it took.</summary>
    public double Seconds { get; set; }

    /// <summary>Whether there are steps that no checkpoint has.</summary>
    public bool IsUnsaved { get; set; }

    /// <summary>The training part in the order of this epoch.</summary>
    public ReadOnlyMemory<int> Order => _order;

    /// <summary>The crystals that choose the best epoch.</summary>
    public ImmutableArray<int> Validation => _task.Split.Validation;

    /// <summary>The step size of the epoch under way.</summary>
    public double LearningRate => _task.Training.LearningRateOf(Epoch);

    /// <summary>Whether the epoch under way is the last.</summary>
    public bool IsLastEpoch => Epoch == _task.Training.Epochs;

    /// <summary>Puts the state of a resumed training into the bank.</summary>
    public void Resume(IModelBank bank)
    {
        if (_resumed is { } state) bank.LoadTraining(Slot, state);
    }

    /// <summary>Whether another model at the same step trains on the same batches.</summary>
    public bool SharesBatches(ModelRun other) => _task.Seed == other._task.Seed && _order.AsSpan().SequenceEqual(other._order);

    public void StartEpoch(int epoch)
    {
        (Epoch, Position, LossSum) = (epoch, 0, 0);
        _shuffle.Shuffle(_order);
    }

    /// <summary>Ends the epoch with its validation predictions (normalised).</summary>
    /// <exception cref="TrainingDivergedException">The error is no longer finite.</exception>
    public EpochRecord Validate(IModelBank bank, ReadOnlySpan<double> predictions)
    {
        var (loss, mae) = (LossSum / _order.Length, Errors.MeanAbsolute(InUnits(predictions), Actual(_task.Split.Validation)));
        if (!double.IsFinite(loss) || !double.IsFinite(mae)) throw new TrainingDivergedException(Epoch);
        var record = new EpochRecord(Epoch, loss, mae);
        _history.Add(record);
        if (mae < _bestMae)
        {
            bank.Mark(Slot);
            (_isBestInBank, _bestEpoch, _bestMae) = (true, Epoch, mae);
        }

        IsUnsaved = true;
        return record;
    }

    /// <summary>Tests the best epoch.</summary>
    /// <exception cref="TrainingDivergedException">The error is not finite.</exception>
    public TrainingOutcome Test(IModelBank bank, int mostLatents)
    {
        var best = Best(bank);
        bank.Load(Slot, best);
        ImmutableArray<int> validation = _task.Split.Validation, test = _task.Split.Test;
        double[] validated = Predict(bank, validation), tested = Predict(bank, test), actual = Actual(test);
        var mae = Errors.MeanAbsolute(tested, actual);
        if (!double.IsFinite(mae)) throw new TrainingDivergedException(_bestEpoch);
        var constant = new double[actual.Length];
        Array.Fill(constant, Errors.Median(_task.Split.Train.Select(i => _task.Target.Values[i])));
        return new(
            mae, Errors.R2(tested, actual), Errors.MeanAbsolute(constant, actual), _bestMae, _bestEpoch, [.. _history],
            ImmutableCollectionsMarshal.AsImmutableArray(validated), ImmutableCollectionsMarshal.AsImmutableArray(tested), best,
            Latents(bank, mostLatents), Seconds)
        {
            Materials = _task.Split.Train.Length + validation.Length + test.Length,
        };
    }

    public TrainingCheckpoint Checkpoint(IModelBank bank) =>
        new(
            Epoch,
            Position,
            LossSum,
            [.. _order],
            _shuffle.State,
            bank.SaveTraining(Slot),
            Best(bank),
            _bestEpoch,
            _bestMae,
            [.. _history],
            Seconds);

    private ModelState Best(IModelBank bank) => _isBestInBank ? bank.Marked(Slot) : _best;

    private double[] Predict(IModelBank bank, ImmutableArray<int> crystals)
    {
        var values = new double[crystals.Length];
        bank.Predict([Slot], crystals.AsSpan(), values);
        return InUnits(values);
    }

    private double[] InUnits(ReadOnlySpan<double> normalized)
    {
        var values = new double[normalized.Length];
        for (var i = 0; i < values.Length; i++) values[i] = _normalization.Invert(normalized[i]);
        return values;
    }

    private double[] Actual(ImmutableArray<int> crystals) => [.. crystals.Select(i => _task.Target.Values[i])];

    private ImmutableArray<float> Latents(IModelBank bank, int most)
    {
        var crystals = _task.Split.Test.AsSpan()[..Math.Min(most, _task.Split.Test.Length)];
        var vectors = new float[crystals.Length * _task.Model.AtomFeatures];
        bank.Pool(Slot, crystals, vectors);
        return ImmutableCollectionsMarshal.AsImmutableArray(vectors);
    }
}
