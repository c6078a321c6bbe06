using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>Models of a cohort, with a word before each call that trains and each that tests.</summary>
/// <param name="inner">Who computes.</param>
/// <param name="onTrain">Told how many models are to be trained in step, and given what asks whether to pause.</param>
/// <param name="onTest">Told when a model at its best epoch is to be tested.</param>
internal sealed class WrappedBank(IModelBank inner, Action<int, Func<bool>>? onTrain = null, Action? onTest = null) : IModelBank
{
    public int Train(BatchStream stream, ReadOnlySpan<int> models, Span<double> lossSums, Func<bool> pause)
    {
        onTrain?.Invoke(models.Length, pause);
        return inner.Train(stream, models, lossSums, pause);
    }

    public void Predict(ReadOnlySpan<int> models, ReadOnlySpan<int> crystals, Span<double> predictions) =>
        inner.Predict(models, crystals, predictions);

    public void Pool(int model, int target, ReadOnlySpan<int> crystals, Span<float> vectors) =>
        inner.Pool(model, target, crystals, vectors);

    public ModelState Save(int model) => inner.Save(model);

    public void Mark(int model) => inner.Mark(model);

    public ModelState Marked(int model) => inner.Marked(model);

    public void Load(int model, ModelState state)
    {
        onTest?.Invoke();
        inner.Load(model, state);
    }

    public NetworkState SaveTraining(int model) => inner.SaveTraining(model);

    public void LoadTraining(int model, NetworkState state) => inner.LoadTraining(model, state);

    public void Dispose() => inner.Dispose();
}
