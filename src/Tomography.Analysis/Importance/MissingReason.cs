namespace Tomography.Analysis;

/// <summary>Why a percentage is not there.</summary>
public enum MissingReason
{
    /// <summary>The study asks for no such model.</summary>
    NotAskedFor,

    /// <summary>No baseline model of the target is there.</summary>
    NoBaseline,

    /// <summary>No augmented model of the feature and target is there.</summary>
    NoAugmentedModel,

    /// <summary>Both models are there, but for no common seed.</summary>
    NoCommonSeed,

    /// <summary>A baseline error is zero (or so small that the quotient overflows): no percentage of it exists.</summary>
    VanishingBaseline,
}
