namespace Tomography.Store;

/// <summary>What a job leaves in the store beside its result. A job is done when its result and all of this are there and whole.</summary>
[Flags]
public enum Kept
{
    /// <summary>Nothing but the result.</summary>
    Nothing = 0,

    /// <summary>Predictions of the validation and the test part.</summary>
    Predictions = 1,

    /// <summary>Pooled vectors of the first test crystals.</summary>
    Latents = 2,

    /// <summary>Weights and running statistics of the best epoch.</summary>
    Weights = 4,
}
