namespace Tomography.Learning;

/// <summary>Predicts properties of crystals with trained models.</summary>
public static class Predictor
{
    /// <summary>
    /// The predictions of a baseline for other crystals, one per crystal, in the target's unit: the bits that training gave for the same
    /// crystals, whatever stands beside them.
    /// </summary>
    /// <param name="device">Where to compute.</param>
    /// <param name="task">How the model was trained; a model without features.</param>
    /// <param name="state">The model at its best epoch.</param>
    /// <param name="crystals">
    /// Graphs of the crystals, made as those that the model was trained on and with the same element features.
    /// </param>
    /// <exception cref="ArgumentException">The model has features, or the state or the graphs are those of another model.</exception>
    public static double[] Predict(IComputeDevice device, TrainingTask task, ModelState state, PackedGraphs crystals)
    {
        if (!task.Features.IsEmpty) throw new ArgumentException("A model with features needs their values for the crystals.", nameof(task));
        if (crystals.FeatureLength != task.Graphs.FeatureLength || crystals.Basis != task.Graphs.Basis)
            throw new ArgumentException("The graphs are made otherwise than those that the model was trained on.", nameof(crystals));
        var normalization = Normalization.Of(task.Target.Values, task.NormalizationScope);
        var inputs = new NetworkInputs(crystals, FeatureVectors.None, new float[crystals.Count], task.Model, task.Training);
        using var bank = device.Create([inputs], [state]);
        var predictions = new double[crystals.Count];
        bank.Predict([0], Enumerable.Range(0, crystals.Count).ToArray(), predictions);
        for (var i = 0; i < predictions.Length; i++) predictions[i] = normalization.Invert(predictions[i]);
        return predictions;
    }
}
