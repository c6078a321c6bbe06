using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>How strongly one property informs another: an edge of the entanglement lattice, from feature to target.</summary>
/// <param name="Feature">Where it starts: the property that the augmented model was given.</param>
/// <param name="Target">Where it ends: the property that was predicted; never the feature itself.</param>
/// <param name="Weight">Mean relative reduction of the error over the seeds, max(0, -Change), in 0..1 (a fraction, not percent).</param>
/// <param name="Change">Mean relative change of the error, a fraction of at least -1; negative is an improvement.</param>
/// <param name="Lower">Smallest change over the seeds (best case).</param>
/// <param name="Upper">Largest change over the seeds (worst case).</param>
/// <param name="State">What the seeds say.</param>
/// <param name="Seeds">The change of each seed, in the order of the study.</param>
public sealed record Edge(
    PropertyName Feature,
    PropertyName Target,
    double Weight,
    double Change,
    double Lower,
    double Upper,
    EdgeState State,
    ImmutableArray<SeedChange> Seeds)
{
    /// <summary>Whether the edge counts as real: significant, and beyond the controls.</summary>
    public bool IsReal => State == EdgeState.Significant;

    /// <summary>Whether the edge must not be trusted: harmful or spurious.</summary>
    public bool IsPathological => State is EdgeState.Harmful or EdgeState.Spurious;

    /// <summary>Sample standard deviation of the change over the seeds; null with fewer than two.</summary>
    public double? Deviation
    {
        get
        {
            if (Seeds.Length < 2) return null;
            var mean = Seeds.Sum(seed => seed.Change / Seeds.Length);
            var largest = Seeds.Max(seed => Math.Abs(seed.Change - mean));
            // Scaled by the largest, so that the squares of changes by a nearly vanishing baseline cannot overflow.
            return largest == 0
                ? 0
                : largest
                    * Math.Sqrt(Seeds.Sum(seed => (seed.Change - mean) / largest * ((seed.Change - mean) / largest)) / (Seeds.Length - 1));
        }
    }

    /// <summary>
    /// Relative uncertainty r / (r + weight) with r half the range over the seeds, in 0..1; 1 with fewer than two seeds, 0 where all seeds
    /// agree exactly.
    /// </summary>
    public double Uncertainty
    {
        get
        {
            if (Seeds.Length < 2) return 1;
            var halfRange = (Upper - Lower) / 2;
            return halfRange == 0 ? 0 : halfRange / (halfRange + Weight);
        }
    }
}
