namespace Tomography.Learning;

/// <summary>
/// One model on a compute device. Whole batches go in and out, so that a device with its own memory can hold everything else. Crystals are
/// indices into the packed graphs that the model was made with.
/// </summary>
public interface INetwork : IDisposable
{
    /// <summary>Where each parameter stands.</summary>
    ParameterLayout Layout { get; }

    /// <summary>One step on a batch: forward, mean squared error, backward, update.</summary>
    /// <param name="crystals">The batch, at least one crystal.</param>
    /// <param name="learningRate">Step size.</param>
    /// <returns>The loss before the update: mean squared error of the normalised target.</returns>
    double Train(ReadOnlySpan<int> crystals, double learningRate);

    /// <summary>Predicts normalised targets with the running statistics of the batch norms.</summary>
    /// <param name="crystals">The crystals.</param>
    /// <param name="predictions">Result, one per crystal.</param>
    void Predict(ReadOnlySpan<int> crystals, Span<double> predictions);

    /// <summary>The pooled crystal vectors, with the running statistics of the batch norms: what the model makes of a crystal's structure, before the feature and the hidden layers.</summary>
    /// <param name="crystals">The crystals.</param>
    /// <param name="vectors">Result, row by row: crystals x atom features.</param>
    void Pool(ReadOnlySpan<int> crystals, Span<float> vectors);

    /// <summary>A copy of the present state.</summary>
    ModelState Save();

    /// <summary>Puts a state back, for predictions; what the optimizer remembers stays.</summary>
    /// <exception cref="ArgumentException">The state belongs to a model of other sizes.</exception>
    void Load(ModelState state);

    /// <summary>A copy of everything that the next step depends on.</summary>
    NetworkState SaveTraining();

    /// <summary>Goes back to a state of training: the steps that follow have the bits of those that followed <see cref="SaveTraining"/>.</summary>
    /// <exception cref="ArgumentException">The state belongs to a model of other sizes or to another optimizer.</exception>
    void LoadTraining(NetworkState state);
}
