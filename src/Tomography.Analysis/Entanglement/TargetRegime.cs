using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// The regime around a target: of the edges that touch it. A star has no modules, so that it is never structured; it is asymmetric where
/// the target gives much and takes little.
/// </summary>
/// <param name="Target">The target.</param>
/// <param name="Regime">What can be said of it.</param>
public sealed record TargetRegime(PropertyName Target, RegimeFinding Regime);
