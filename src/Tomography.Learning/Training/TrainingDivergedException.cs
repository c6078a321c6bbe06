namespace Tomography.Learning;

/// <summary>The loss or the validation error of a model is not a finite number: the learning rate is too high for the data.</summary>
public sealed class TrainingDivergedException : Exception
{
    /// <summary>Training diverged in an epoch (from 1).</summary>
    public TrainingDivergedException(int epoch)
        : base($"Training diverged in epoch {epoch}: the error is no longer a finite number. A lower learning-rate usually helps.") =>
        Epoch = epoch;

    /// <summary>The epoch, from 1.</summary>
    public int Epoch { get; }
}
