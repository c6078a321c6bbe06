using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>How strongly one property informs another: an edge of the entanglement lattice, from feature to target.</summary>
/// <param name="Feature">Where it starts: the property that the augmented model was given.</param>
/// <param name="Target">Where it ends: the property that was predicted; never the feature itself.</param>
/// <param name="Verdict">What is concluded of it, and the effect that this rests on.</param>
/// <param name="Seeds">The change of the mean error for each seed, in the order of the study; at least one.</param>
public sealed record Edge(PropertyName Feature, PropertyName Target, EdgeVerdict Verdict, ImmutableArray<SeedChange> Seeds)
{
    /// <summary>Relative change of the error, a fraction of at least -1; negative is an improvement. That of the effect; where the errors
    /// of single crystals are not there, the mean over the seeds.</summary>
    public double Change => Verdict.Effect?.Change ?? SeedMean;

    /// <summary>Mean of the changes of the seeds, a fraction.</summary>
    public double SeedMean => Seeds.Sum(seed => seed.Change / Seeds.Length);

    /// <summary>Reduction of the error, max(0, -change), in 0..1 (a fraction, not percent); or the damped weight.</summary>
    public double Weight => DampedWeight ?? Math.Max(0, -Change);

    /// <summary>The weight after damped updates over several runs, see <see cref="LoopClosure"/>; null for a lattice of one run.</summary>
    public double? DampedWeight { get; init; }

    /// <summary>The 95 % interval of the weight, from that of the effect; null where there is none.</summary>
    public WeightInterval? Interval => Verdict.Effect is { } effect ? new(Math.Max(0, -effect.High), Math.Max(0, -effect.Low)) : null;

    /// <summary>Whether the edge counts as real: the feature informs.</summary>
    public bool IsReal => Verdict.Kind == VerdictKind.Informs;

    /// <summary>Whether the edge was measured well enough to be judged.</summary>
    public bool IsJudged => Verdict.IsJudged;

    /// <summary>Whether the effect itself is unsound: it harms, or is not to be trusted as an effect.</summary>
    public bool IsPathological => Verdict.IsPathological;

    /// <summary>Sample standard deviation of the change over the seeds; null with fewer than two.</summary>
    public double? Deviation
    {
        get
        {
            if (Seeds.Length < 2) return null;
            var mean = SeedMean;
            var largest = Seeds.Max(seed => Math.Abs(seed.Change - mean));
            // Scaled by the largest, so that the squares of changes by a nearly vanishing baseline cannot overflow.
            return largest == 0
                ? 0
                : largest
                    * Math.Sqrt(Seeds.Sum(seed => (seed.Change - mean) / largest * ((seed.Change - mean) / largest)) / (Seeds.Length - 1));
        }
    }

    /// <summary>
    /// Relative uncertainty r / (r + weight) with r half the width of the 95 % interval of the change, in 0..1; 1 where there is no
    /// interval.
    /// </summary>
    public double Uncertainty =>
        Verdict.Effect is { } effect ? (effect.High - effect.Low) / (effect.High - effect.Low + 2 * Weight) : 1;
}
