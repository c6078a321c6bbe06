namespace Tomography.Learning;

/// <summary>
/// Models of one cohort on a compute device: the same sizes, graphs and batches, so that a device may compute them side by side. Whole
/// epochs go in and losses come out at their end; nothing is returned per step. Models are named by their place in the bank, crystals by
/// their place in the packed graphs.
/// </summary>
public interface IModelBank : IDisposable
{
    /// <summary>
    /// Trains some of the models over a stream of batches, in step: forward, mean squared error, backward, update per batch.
    /// </summary>
    /// <param name="stream">The batches that are left of the epoch, at least one.</param>
    /// <param name="models">The models that take part, as many as <see cref="BatchStream.OrderOf"/> names.</param>
    /// <param name="lossSums">
    /// Per model the sum over crystals of the loss before each update (mean squared error of the normalised target), added to what it
    /// holds.
    /// A model whose sum is no longer finite need not be trained further.
    /// </param>
    /// <param name="pause">
    /// Asked between steps whether to return early; a device that takes an epoch at once asks at its end only. Always asked after the last
    /// step.
    /// </param>
    /// <returns>How many crystals of the epoch are done: all of them, or a multiple of the batch size.</returns>
    /// <exception cref="DeviceFailedException">The device does not answer; the models' state is lost with it.</exception>
    int Train(BatchStream stream, ReadOnlySpan<int> models, Span<double> lossSums, Func<bool> pause);

    /// <summary>Predicts normalised targets with the running statistics of the batch norms.</summary>
    /// <param name="models">The models.</param>
    /// <param name="crystals">The crystals.</param>
    /// <param name="predictions">
    /// Result, row by row: per model and, in the order of its tasks, per target the crystals; log-odds where a target has two classes.
    /// </param>
    void Predict(ReadOnlySpan<int> models, ReadOnlySpan<int> crystals, Span<double> predictions);

    /// <summary>
    /// What a model says of the variance of its own errors, with the running statistics of the batch norms: the natural logarithm of that
    /// of the normalised target. Devices that do not train such models have none.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="crystals">The crystals.</param>
    /// <param name="logVariances">Result, one per crystal.</param>
    /// <exception cref="InvalidOperationException">The model predicts no variance.</exception>
    void LogVariances(int model, ReadOnlySpan<int> crystals, Span<double> logVariances) =>
        throw new InvalidOperationException("The model predicts no variance.");

    /// <summary>
    /// The pooled crystal vectors of a model, with the running statistics of the batch norms: what it makes of a crystal's structure,
    /// before the features and the hidden layers.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="target">The place of the target whose head reads them: targets may have convolutions of their own.</param>
    /// <param name="crystals">The crystals.</param>
    /// <param name="vectors">Result, row by row: crystals x atom features.</param>
    void Pool(int model, int target, ReadOnlySpan<int> crystals, Span<float> vectors);

    /// <summary>A copy of a model's present state.</summary>
    ModelState Save(int model);

    /// <summary>
    /// Keeps a copy of a model's present state where the models are, in place of the one kept before: on a device it need not travel.
    /// </summary>
    void Mark(int model);

    /// <summary>The state that was marked last.</summary>
    /// <exception cref="InvalidOperationException">None was.</exception>
    ModelState Marked(int model);

    /// <summary>Puts a state back, for predictions; what the optimizer remembers stays.</summary>
    /// <exception cref="ArgumentException">The state belongs to a model of other sizes.</exception>
    void Load(int model, ModelState state);

    /// <summary>A copy of everything that a model's next step depends on.</summary>
    NetworkState SaveTraining(int model);

    /// <summary>
    /// Goes back to a state of training: the steps that follow have the bits of those that followed <see cref="SaveTraining"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The state belongs to a model of other sizes or to another optimizer.</exception>
    void LoadTraining(int model, NetworkState state);
}
