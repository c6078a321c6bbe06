namespace Tomography.Learning;

/// <summary>
/// How the training of a cohort is watched, and from where its models go on. Models are named by their place in the cohort. Nothing here
/// changes a bit of any outcome.
/// </summary>
public sealed record CohortOptions
{
    /// <summary>Told after each epoch of a model that this call trains.</summary>
    public Action<int, EpochRecord>? OnEpoch { get; init; }

    /// <summary>Told when a model is done; its outcome is not kept.</summary>
    public required Action<int, TrainingOutcome> OnDone { get; init; }

    /// <summary>
    /// Told when a model has failed alone: <see cref="TrainingDivergedException"/>, or <see cref="InvalidDataException"/> where its
    /// checkpoint is none of it. The others go on. Where it is left out, the exception ends the training of all.
    /// </summary>
    public Action<int, Exception>? OnFailed { get; init; }

    /// <summary>Of how many test crystals of a model the pooled vectors are wanted at most; 0 for none.</summary>
    public Func<int, int> MostLatents { get; init; } = _ => 0;

    /// <summary>Where a model goes on; null starts it from its initial weights.</summary>
    public Func<int, TrainingCheckpoint?> Resume { get; init; } = _ => null;

    /// <summary>Asked between steps whether a checkpoint of all models is due, where there is something new to save.</summary>
    public Func<bool>? IsCheckpointDue { get; init; }

    /// <summary>
    /// Given a checkpoint of each model when one is due, and when training is cancelled with steps that no checkpoint has yet. What it
    /// throws ends the training.
    /// </summary>
    public Action<int, TrainingCheckpoint>? SaveCheckpoint { get; init; }
}
