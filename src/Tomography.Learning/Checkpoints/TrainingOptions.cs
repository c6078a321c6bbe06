namespace Tomography.Learning;

/// <summary>How the training of one model is watched, and from where it goes on. Nothing here changes a bit of the outcome.</summary>
public sealed record TrainingOptions
{
    /// <summary>Told after each epoch that this call trains; the epochs before <see cref="Resume"/> stand in its history.</summary>
    public Action<EpochRecord>? OnEpoch { get; init; }

    /// <summary>Of how many test crystals the pooled vectors are wanted at most; 0 for none.</summary>
    public int MostLatents { get; init; }

    /// <summary>Where to go on; null starts from the initial weights.</summary>
    public TrainingCheckpoint? Resume { get; init; }

    /// <summary>Asked between steps whether a checkpoint is due, where there is something new to save.</summary>
    public Func<bool>? IsCheckpointDue { get; init; }

    /// <summary>
    /// Given a checkpoint when one is due, and when training is cancelled with steps that no checkpoint has yet. What it throws ends the
    /// training.
    /// </summary>
    public Action<TrainingCheckpoint>? SaveCheckpoint { get; init; }

    /// <summary>The same for a cohort of one.</summary>
    internal CohortOptions ToCohort(Action<TrainingOutcome> onDone) => new()
    {
        OnEpoch = OnEpoch is { } tell ? (_, record) => tell(record) : null,
        OnDone = (_, outcome) => onDone(outcome),
        MostLatents = _ => MostLatents,
        Resume = _ => Resume,
        IsCheckpointDue = IsCheckpointDue,
        SaveCheckpoint = SaveCheckpoint is { } save ? (_, checkpoint) => save(checkpoint) : null,
    };
}
