using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>What a feature tells about a target beside the strongest other feature.</summary>
/// <param name="Feature">
/// The second source: of the features other than the feature and the target, the one with the largest mutual information with the target.
/// </param>
/// <param name="Estimates">
/// The parts by each decomposition that fits, the feature being the first source: those on bins where there are at least five samples for
/// each of the cells, that on ranks where all three are numbers.
/// </param>
/// <param name="Samples">Materials it was taken from: those that have all three properties.</param>
/// <param name="Cells">Cells of the joint table (bins or classes that occur: target x feature x second).</param>
public sealed record SecondSource(PropertyName Feature, ImmutableArray<PartsEstimate> Estimates, int Samples, int Cells)
{
    /// <summary>The parts by a decomposition; null where there are none.</summary>
    public PartsEstimate? By(DecompositionMethod method) => Estimates.FirstOrDefault(estimate => estimate.Method == method);
}
