namespace Tomography.Learning;

/// <summary>A trained model without features, ready to be asked about crystals: what it predicts of them and where it sees them.</summary>
public sealed class BaselineReader : IDisposable
{
    private readonly IModelBank _bank;
    private readonly Normalization _normalization;
    private readonly int _dimensions;

    /// <summary>Loads a model.</summary>
    /// <param name="device">Where to compute.</param>
    /// <param name="task">How the model was trained; a model without features.</param>
    /// <param name="state">The model at its best epoch.</param>
    /// <param name="crystals">
    /// Graphs of crystals, made as those that the model was trained on and with the same element features; or those themselves.
    /// </param>
    /// <exception cref="ArgumentException">The model has features, or the state or the graphs are those of another model.</exception>
    public BaselineReader(IComputeDevice device, TrainingTask task, ModelState state, PackedGraphs crystals)
    {
        if (!task.Features.IsEmpty) throw new ArgumentException("A model with features needs their values for the crystals.", nameof(task));
        if (crystals.FeatureLength != task.Graphs.FeatureLength || crystals.Basis != task.Graphs.Basis)
            throw new ArgumentException("The graphs are made otherwise than those that the model was trained on.", nameof(crystals));
        _normalization = Normalization.Of(task.Target.Values, task.NormalizationScope);
        _dimensions = task.Model.AtomFeatures;
        _bank = device.Create(
            [new NetworkInputs(crystals, FeatureVectors.None, new float[crystals.Count], task.Model, task.Training)], [state]);
    }

    /// <summary>What it predicts, in the target's unit: the bits that training gave for the same crystals.</summary>
    /// <param name="crystals">Places of the crystals in the graphs.</param>
    public double[] Predict(ReadOnlySpan<int> crystals)
    {
        var predictions = new double[crystals.Length];
        _bank.Predict([0], crystals, predictions);
        for (var i = 0; i < predictions.Length; i++) predictions[i] = _normalization.Invert(predictions[i]);
        return predictions;
    }

    /// <summary>The pooled crystal vectors, row by row.</summary>
    /// <param name="crystals">Places of the crystals in the graphs.</param>
    public float[] Vectors(ReadOnlySpan<int> crystals)
    {
        var vectors = new float[crystals.Length * _dimensions];
        _bank.Pool(0, crystals, vectors);
        return vectors;
    }

    /// <inheritdoc/>
    public void Dispose() => _bank.Dispose();
}
