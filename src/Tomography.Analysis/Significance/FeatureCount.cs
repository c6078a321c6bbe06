using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>For how many targets a feature is significant in composition and not in structure.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Count">How many targets.</param>
public sealed record FeatureCount(PropertyName Feature, int Count);
