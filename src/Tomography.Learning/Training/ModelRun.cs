using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Learning;

/// <summary>
/// One model of a cohort under way. Between two steps its state, with that of its bank, is that of a <see cref="TrainingCheckpoint"/>.
/// </summary>
internal sealed class ModelRun
{
    private readonly TrainingTask _task;
    private readonly ImmutableArray<TargetRun> _targets;
    private readonly ModelState? _initial;
    private readonly int[] _order;
    private readonly Generator _shuffle;
    private readonly List<EpochRecord> _history;
    private readonly NetworkState? _resumed;

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
        var layouts = task.Layouts;
        ImmutableArray<TargetProgress> starts;
        if (resume is { } checkpoint)
        {
            CheckpointChecks.Fits(checkpoint, task, layouts);
            (Epoch, Position, LossSum) = (checkpoint.Epoch, checkpoint.Position, checkpoint.LossSum);
            starts = [new(checkpoint.Best, checkpoint.BestEpoch, checkpoint.BestMae), .. checkpoint.Others];
            (_order, _shuffle) = ([.. checkpoint.Order], new(checkpoint.Shuffle));
            (_history, Seconds, _resumed) = ([.. checkpoint.History], checkpoint.Seconds, checkpoint.Network);
        }
        else
        {
            (_order, _shuffle) = ([.. task.Split.Train], new(task.Seed, GeneratorPurpose.Shuffle));
            var drawn = InitialWeights.Draw(layouts, task.Seed);
            _initial = task.Start is { } start ? start.Over(layouts[0], drawn) : drawn;
            starts = [.. task.Targets.Select(_ => new TargetProgress(_initial, 0, double.PositiveInfinity))];
            _history = [];
            StartEpoch(1);
        }

        _targets = [.. task.Targets.Zip(starts, (t, start) => new TargetRun(t, task, start))];
        Inputs = new(task.Graphs, features.Of(task), task.IsJoint ? [] : _targets[0].Learnt(missing: 0), task.Model, task.Training)
        {
            Joint = task.IsJoint ? new([.. task.Targets.Zip(_targets, Task)], task.JointSettings) : null,
            TrunkRate = task.Start?.Rate ?? 1,
            CrystalWeights = task.Sources is { } sources ? SourceWeights.Of(sources, task.Split.Train) : null,
        };

        TaskTargets Task(PropertyColumn column, TargetRun run) => new(
            column.Property.Name.Value, TargetRun.KindOf(column), run.Learnt(missing: float.NaN),
            task.Joined.IsEmpty ? 1 : task.Training.Joint.LossWeights.Of(column.Property.Name));
    }

    /// <summary>Its place in the cohort.</summary>
    public int Place { get; }

    /// <summary>Its place in the bank.</summary>
    public int Slot { get; }

    /// <summary>What its network is made for.</summary>
    public NetworkInputs Inputs { get; }

    /// <summary>What its network starts from.</summary>
    public ModelState Initial => _resumed?.Model ?? _initial!;

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

    /// <summary>How many predictions the bank makes of a crystal.</summary>
    public int Predicted => _targets.Length;

    /// <summary>Ends the epoch with its predictions for the validation part, target by target, as the network gives them.</summary>
    /// <exception cref="TrainingDivergedException">The error is no longer finite.</exception>
    public EpochRecord Validate(IModelBank bank, ReadOnlySpan<double> predictions)
    {
        var (loss, count, maes) = (LossSum / _order.Length, Validation.Length, new double[_targets.Length]);
        double together = 0;
        for (var j = 0; j < _targets.Length; j++)
        {
            maes[j] = _targets[j].Validate(predictions.Slice(j * count, count));
            together += maes[j] / _targets[j].Scale;
        }

        // One target is validated in its unit.
        var mae = _task.IsJoint ? together / _targets.Length : maes[0];
        if (!double.IsFinite(loss) || !double.IsFinite(mae)) throw new TrainingDivergedException(Epoch);
        var record = new EpochRecord(Epoch, loss, mae) { TargetMaes = _task.IsJoint ? [.. maes] : null };
        _history.Add(record);
        // A bank keeps one state per model, of several targets each may have another.
        Action? mark = _targets.Length == 1 ? () => bank.Mark(Slot) : null;
        ModelState? saved = null;
        for (var j = 0; j < _targets.Length; j++) _targets[j].Keep(Epoch, maes[j], mark, () => saved ??= bank.Save(Slot));
        IsUnsaved = true;
        return record;
    }

    /// <summary>Tests the best epoch of each target.</summary>
    /// <exception cref="TrainingDivergedException">The error is not finite.</exception>
    public TrainingOutcome Test(IModelBank bank, int mostLatents)
    {
        ImmutableArray<int> validation = _task.Split.Validation, test = _task.Split.Test;
        var outcomes = ImmutableArray.CreateBuilder<TargetOutcome>();
        var latents = ImmutableArray<float>.Empty;
        for (var j = 0; j < _targets.Length; j++)
        {
            var best = _targets[j].Best(() => bank.Marked(Slot));
            bank.Load(Slot, best);
            outcomes.Add(_targets[j].Outcome(Predict(bank, validation, j), Predict(bank, test, j), best));
            if (j == 0) latents = Latents(bank, mostLatents);
        }

        return new(outcomes.ToImmutable(), [.. _history], latents, Seconds)
        {
            Materials = _task.Split.Train.Length + validation.Length + test.Length,
            Joint = _task.Joined.IsEmpty || bank.SaveTraining(Slot).Joint is not { } joint ? null
                : GradientSums.Of([.. _task.Targets.Select(t => t.Property.Name)], joint.Sums),
        };
    }

    public TrainingCheckpoint Checkpoint(IModelBank bank)
    {
        ImmutableArray<TargetProgress> progress = [.. _targets.Select(t => t.Progress(() => bank.Marked(Slot)))];
        var (best, bestEpoch, bestMae) = progress[0];
        return new(
            Epoch,
            Position,
            LossSum,
            [.. _order],
            _shuffle.State,
            bank.SaveTraining(Slot),
            best,
            bestEpoch,
            bestMae,
            [.. _history],
            Seconds)
        {
            Others = progress[1..],
        };
    }

    private ReadOnlySpan<double> Predict(IModelBank bank, ImmutableArray<int> crystals, int target)
    {
        var values = new double[_targets.Length * crystals.Length];
        bank.Predict([Slot], crystals.AsSpan(), values);
        return values.AsSpan(target * crystals.Length, crystals.Length);
    }

    private ImmutableArray<float> Latents(IModelBank bank, int most)
    {
        var crystals = _task.Split.Test.AsSpan()[..Math.Min(most, _task.Split.Test.Length)];
        var vectors = new float[crystals.Length * _task.Model.AtomFeatures];
        bank.Pool(Slot, target: 0, crystals, vectors);
        return ImmutableCollectionsMarshal.AsImmutableArray(vectors);
    }
}
