using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>A feature and a target.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Target">The target.</param>
public readonly record struct PropertyPair(PropertyName Feature, PropertyName Target);
