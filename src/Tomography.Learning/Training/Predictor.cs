namespace Tomography.Learning;

/// <summary>Predicts properties of crystals with trained models.</summary>
public static class Predictor
{
    /// <summary>
    /// The predictions of a model without features for other crystals, one per crystal, in the target's unit (of two classes the
    /// probability of the second): the bits that training gave for the same crystals, whatever stands beside them.
    /// </summary>
    /// <param name="device">Where to compute.</param>
    /// <param name="task">How the model was trained; a model without features.</param>
    /// <param name="state">The model at the best epoch of the target.</param>
    /// <param name="crystals">
    /// Graphs of the crystals, made as those that the model was trained on and with the same element features.
    /// </param>
    /// <param name="target">Which of the model's targets.</param>
    /// <exception cref="ArgumentException">The model has features, or the state or the graphs are those of another model.</exception>
    public static double[] Predict(IComputeDevice device, TrainingTask task, ModelState state, PackedGraphs crystals, int target = 0)
    {
        if (!task.Features.IsEmpty) throw new ArgumentException("A model with features needs their values for the crystals.", nameof(task));
        if (crystals.FeatureLength != task.Graphs.FeatureLength || crystals.Basis != task.Graphs.Basis)
            throw new ArgumentException("The graphs are made otherwise than those that the model was trained on.", nameof(crystals));
        var column = task.Targets[target];
        var empty = new float[crystals.Count];
        var inputs = new NetworkInputs(crystals, FeatureVectors.None, empty, task.Model, task.Training)
        {
            Joint = task.IsJoint
                ? new([.. task.Targets.Select(t => new TaskTargets(t.Property.Name.Value, TargetRun.KindOf(t), empty, 1))],
                    task.JointSettings)
                : null,
        };
        using var bank = device.Create([inputs], [state]);
        var predictions = new double[inputs.Tasks * crystals.Count];
        bank.Predict([0], Enumerable.Range(0, crystals.Count).ToArray(), predictions);
        var normalization = TargetRun.NormalizationOf(column, task);
        return
        [
            .. predictions.Skip(target * crystals.Count).Take(crystals.Count)
                .Select(p => TargetRun.KindOf(column) == HeadKind.TwoClasses ? HeadPrediction.Probability(p) : normalization.Invert(p)),
        ];
    }
}
