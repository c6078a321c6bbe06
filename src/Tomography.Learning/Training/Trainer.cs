namespace Tomography.Learning;

/// <summary>Trains CGCNNs: epochs of shuffled batches, validation after each, the best epoch tested.</summary>
public static class Trainer
{
    /// <summary>Trains one model from the initial weights to the end.</summary>
    /// <param name="device">Where to compute.</param>
    /// <param name="task">What to train.</param>
    /// <param name="onEpoch">Told after each epoch.</param>
    /// <param name="cancellation">Checked between steps.</param>
    /// <exception cref="TrainingDivergedException">The error is no longer finite.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is lost but this model.</exception>
    public static TrainingOutcome Train(
        IComputeDevice device, TrainingTask task, Action<EpochRecord>? onEpoch, CancellationToken cancellation) =>
        Run(device, task, new TrainingOptions { OnEpoch = onEpoch }, cancellation);

    /// <summary>
    /// Trains one model to the end, from a checkpoint where one is given, and saves checkpoints between steps. However often a training is
    /// stopped and resumed, and on whichever device, the outcome has the same bits, but for its seconds.
    /// </summary>
    /// <param name="device">Where to compute.</param>
    /// <param name="task">What to train.</param>
    /// <param name="options">Where to go on, whom to tell, when to save.</param>
    /// <param name="cancellation">Checked between steps; a last checkpoint is saved first.</param>
    /// <exception cref="TrainingDivergedException">The error is no longer finite.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is none of this task.</exception>
    public static TrainingOutcome Run(IComputeDevice device, TrainingTask task, TrainingOptions options, CancellationToken cancellation)
    {
        TrainingOutcome? outcome = null;
        Run(device, new([task]), options.ToCohort(done => outcome = done), cancellation);
        return outcome!;
    }

    /// <summary>
    /// Trains a cohort to the end, each model from its checkpoint where one is given. A model has the same bits in any cohort. One that
    /// fails fails alone.
    /// </summary>
    /// <param name="device">Where to compute.</param>
    /// <param name="cohort">What to train.</param>
    /// <param name="options">Where to go on, whom to tell, when to save.</param>
    /// <param name="cancellation">Checked between steps; last checkpoints are saved first.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static void Run(IComputeDevice device, CohortTask cohort, CohortOptions options, CancellationToken cancellation)
    {
        using var run = new CohortRun(device, cohort, options);
        run.ToTheEnd(cancellation);
    }
}
