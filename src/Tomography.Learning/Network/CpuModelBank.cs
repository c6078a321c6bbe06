namespace Tomography.Learning;

/// <summary>Models on one core, one after the other per batch.</summary>
internal sealed class CpuModelBank(IReadOnlyList<ICpuNetwork> networks) : IModelBank
{
    private readonly ModelState?[] _marked = new ModelState?[networks.Count];

    /// <inheritdoc/>
    public int Train(BatchStream stream, ReadOnlySpan<int> models, Span<double> lossSums, Func<bool> pause)
    {
        var position = stream.Position;
        while (position < stream.Length)
        {
            var isAnyFinite = false;
            for (var i = 0; i < models.Length; i++)
            {
                if (!double.IsFinite(lossSums[i])) continue;
                var batch = stream.Batch(i, position);
                lossSums[i] += networks[models[i]].Train(batch, stream.LearningRate) * batch.Length;
                isAnyFinite |= double.IsFinite(lossSums[i]);
            }

            position = Math.Min(stream.Length, position + stream.BatchSize);
            if (!isAnyFinite || pause()) break;
        }

        return position;
    }

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<int> models, ReadOnlySpan<int> crystals, Span<double> predictions)
    {
        foreach (var model in models)
        {
            var size = networks[model].Tasks * crystals.Length;
            networks[model].Predict(crystals, predictions[..size]);
            predictions = predictions[size..];
        }
    }

    /// <inheritdoc/>
    public void LogVariances(int model, ReadOnlySpan<int> crystals, Span<double> logVariances) =>
        networks[model].LogVariances(crystals, logVariances);

    /// <inheritdoc/>
    public void Pool(int model, int target, ReadOnlySpan<int> crystals, Span<float> vectors) =>
        networks[model].Pool(target, crystals, vectors);

    /// <inheritdoc/>
    public ModelState Save(int model) => networks[model].Save();

    /// <inheritdoc/>
    public void Mark(int model) => _marked[model] = Save(model);

    /// <inheritdoc/>
    public ModelState Marked(int model) => _marked[model] ?? throw new InvalidOperationException($"Model {model} was never marked.");

    /// <inheritdoc/>
    public void Load(int model, ModelState state) => networks[model].Load(state);

    /// <inheritdoc/>
    public NetworkState SaveTraining(int model) => networks[model].SaveTraining();

    /// <inheritdoc/>
    public void LoadTraining(int model, NetworkState state) => networks[model].LoadTraining(state);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var network in networks) network.Dispose();
    }
}
