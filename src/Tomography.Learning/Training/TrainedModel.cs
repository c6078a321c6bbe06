namespace Tomography.Learning;

/// <summary>A trained model without features, ready to be asked about crystals: what it predicts of them and where it sees them.</summary>
public sealed class TrainedModel : IDisposable
{
    private readonly IModelBank _bank;
    private readonly TrainingTask _task;
    private readonly int _tasks;
    private readonly int _target;

    /// <summary>Loads a model.</summary>
    /// <param name="device">Where to compute.</param>
    /// <param name="task">How the model was trained; a model without features.</param>
    /// <param name="state">The model at the best epoch of the target.</param>
    /// <param name="crystals">
    /// Graphs of crystals, made as those that the model was trained on and with the same element features; or those themselves.
    /// </param>
    /// <param name="target">Which of the model's targets.</param>
    /// <exception cref="ArgumentException">The model has features, or the state or the graphs are those of another model.</exception>
    public TrainedModel(IComputeDevice device, TrainingTask task, ModelState state, PackedGraphs crystals, int target = 0)
    {
        if (!task.Features.IsEmpty) throw new ArgumentException("A model with features needs their values for the crystals.", nameof(task));
        if (crystals.FeatureLength != task.Graphs.FeatureLength || crystals.Basis != task.Graphs.Basis)
            throw new ArgumentException("The graphs are made otherwise than those that the model was trained on.", nameof(crystals));
        var empty = new float[crystals.Count];
        var inputs = new NetworkInputs(crystals, FeatureVectors.None, empty, task.Model, task.Training)
        {
            Joint = task.IsJoint
                ? new([.. task.Targets.Select(t => new TaskTargets(t.Property.Name.Value, TargetRun.KindOf(t), empty, 1))],
                    task.JointSettings)
                : null,
        };
        (_task, _tasks, _target) = (task, inputs.Tasks, target);
        _bank = device.Create([inputs], [state]);
    }

    /// <summary>
    /// What it predicts, in the target's unit (of two classes the probability of the second): the bits that training gave for the same
    /// crystals, whatever stands beside them.
    /// </summary>
    /// <param name="crystals">Places of the crystals in the graphs.</param>
    public double[] Predict(ReadOnlySpan<int> crystals)
    {
        var predictions = new double[_tasks * crystals.Length];
        _bank.Predict([0], crystals, predictions);
        var column = _task.Targets[_target];
        var (isClass, normalization) = (TargetRun.KindOf(column) == HeadKind.TwoClasses, TargetRun.NormalizationOf(column, _task));
        return
        [
            .. predictions.Skip(_target * crystals.Length).Take(crystals.Length)
                .Select(p => isClass ? HeadPrediction.Probability(p) : normalization.Invert(p)),
        ];
    }

    /// <summary>
    /// The standard deviation that the model expects of its own error, in the target's unit, above 0; null where it predicts none.
    /// </summary>
    /// <param name="crystals">Places of the crystals in the graphs.</param>
    public double[]? Deviations(ReadOnlySpan<int> crystals)
    {
        if (!_task.HasVariance) return null;
        var logVariances = new double[crystals.Length];
        _bank.LogVariances(0, crystals, logVariances);
        var unit = TargetRun.NormalizationOf(_task.Targets[_target], _task).StandardDeviation;
        return [.. logVariances.Select(s => unit * HeadPrediction.ExpOfMinus(-s / 2))];
    }

    /// <summary>The pooled crystal vectors that the target's head reads, row by row.</summary>
    /// <param name="crystals">Places of the crystals in the graphs.</param>
    public float[] Vectors(ReadOnlySpan<int> crystals)
    {
        var vectors = new float[crystals.Length * _task.Model.AtomFeatures];
        _bank.Pool(0, _target, crystals, vectors);
        return vectors;
    }

    /// <inheritdoc/>
    public void Dispose() => _bank.Dispose();
}
