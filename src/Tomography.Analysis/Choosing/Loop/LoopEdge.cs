using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>An edge of the lattice as it is seen within a loop, from materials that are measured by then.</summary>
/// <param name="Feature">Where it starts.</param>
/// <param name="Target">Where it ends.</param>
/// <param name="Changes">Per model the relative change of the validation error by the feature; negative is an improvement.</param>
public sealed record LoopEdge(PropertyName Feature, PropertyName Target, ImmutableArray<double> Changes)
{
    /// <summary>Mean of the changes.</summary>
    public double Change => Changes.Average();

    /// <summary>The weight: by what share the error falls, at least 0.</summary>
    public double Weight => Math.Max(0, -Change);

    /// <summary>
    /// Whether the models cannot tell whether the feature lowers the error or raises it: the 95 % interval of the mean holds 0.
    /// </summary>
    public bool IsWeak
    {
        get
        {
            if (Changes.Length < 2) return true;
            var mean = Change;
            var deviation = Math.Sqrt(Changes.Sum(c => (c - mean) * (c - mean)) / (Changes.Length - 1));
            return Math.Abs(mean) <= StudentT.Quantile975(Changes.Length - 1) * deviation / Math.Sqrt(Changes.Length);
        }
    }
}
