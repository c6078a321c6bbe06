namespace Tomography.Store;

/// <summary>A job being trained.</summary>
/// <param name="Key">The job.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Epoch">Epochs done.</param>
/// <param name="Epochs">Epochs in all.</param>
/// <param name="ValidationMae">Validation error of the last epoch reported, in the target's unit; null before the first.</param>
/// <param name="Unit">The target's unit.</param>
public sealed record RunningJob(JobKey Key, string Title, int Epoch, int Epochs, double? ValidationMae, string Unit)
{
    /// <summary>The device that trains it, like <c>cuda:0</c>; null for the CPU.</summary>
    public string? Device { get; init; }

    /// <summary>What its worker has trained of it since it took it; null where it does not tell.</summary>
    public TrainedSpan? Trained { get; init; }
}
