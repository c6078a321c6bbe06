using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>What <c>-t:Predict</c> is to predict.</summary>
/// <param name="Dataset">Where the crystals come from; their targets need not be known.</param>
/// <param name="Limit">Use a reproducible random subset of so many of them; null for all.</param>
public sealed record PredictSettings(DatasetSource Dataset, int? Limit)
{
    /// <summary>How they are read.</summary>
    public DatasetRules Rules { get; init; } = DatasetRules.Default;
}
