using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>What a feature tells about a target beside the strongest other feature.</summary>
/// <param name="Feature">
/// The second source: of the features other than the feature and the target, the one with the largest mutual information with the target.
/// </param>
/// <param name="Parts">
/// The decomposition, on binned values, the feature being the first source; null where there are too few samples for its cells.
/// </param>
/// <param name="Samples">Materials it was taken from: those that have all three properties.</param>
/// <param name="Cells">
/// Cells of the joint table (bins or classes that occur: target x feature x second). Fewer than five samples per cell are too few.
/// </param>
public sealed record SecondSource(PropertyName Feature, InformationParts? Parts, int Samples, int Cells);
