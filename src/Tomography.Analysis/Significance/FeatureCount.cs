using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>For how many targets a feature, or a set of them, is significant in composition and not in structure.</summary>
/// <param name="Features">The feature, or the set.</param>
/// <param name="Count">How many targets.</param>
public sealed record FeatureCount(PropertySet Features, int Count);
