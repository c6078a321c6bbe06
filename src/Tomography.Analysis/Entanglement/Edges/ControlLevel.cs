using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>The largest reduction of the error that a control reaches for a target: what a feature without information can do.</summary>
/// <param name="Target">The target.</param>
/// <param name="Control">The control that reaches it; null where no control was measured.</param>
/// <param name="Reduction">
/// Mean relative reduction over the seeds, a fraction; negative where every control makes the error larger; null where none was measured.
/// </param>
public sealed record ControlLevel(PropertyName Target, PropertyName? Control, double? Reduction)
{
    /// <summary>
    /// The control with the largest mean increase of the error; null where no control was measured. It decides nothing.
    /// </summary>
    public PropertyName? WorstControl { get; init; }

    /// <summary>
    /// That mean relative increase over the seeds, a fraction; negative where every control makes the error smaller; null where none was
    /// measured.
    /// </summary>
    public double? Increase { get; init; }
}
