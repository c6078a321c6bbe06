using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>The widest interval with which a prediction passes.</summary>
/// <param name="Target">The target.</param>
/// <param name="Most">From the lower to the upper end, in the target's unit; above 0.</param>
public readonly record struct WidthGate(PropertyName Target, double Most);
