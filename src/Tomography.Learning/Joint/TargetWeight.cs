using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Learning;

/// <summary>How much the loss of a target counts in joint models.</summary>
/// <param name="Target">The target.</param>
/// <param name="Weight">Its weight, above 0.</param>
public readonly record struct TargetWeight(PropertyName Target, double Weight);
