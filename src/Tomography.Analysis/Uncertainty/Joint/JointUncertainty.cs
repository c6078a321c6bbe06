using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>How the errors of several targets hang together, and what that saves where all of them are to be held at once.</summary>
/// <param name="Representation">What the models see of a crystal.</param>
/// <param name="Targets">The targets, two at least.</param>
/// <param name="Crystals">How many crystals no model of any of the targets saw.</param>
/// <param name="Correlations">
/// Rank correlations of signed errors, row by row over the targets, 1 on the diagonal; null where one has no order.
/// </param>
/// <param name="Level">The share of crystals whose true values a box is to hold, all of them.</param>
/// <param name="Box">The share that joint conformal boxes hold, whose score is the largest of the targets'; null where there are too few
/// crystals.</param>
/// <param name="Bonferroni">The share that boxes of intervals hold which share the misses among the targets; null likewise.</param>
/// <param name="Volume">The volume of the joint boxes over that of the others, geometric mean; null where one of them is not there.</param>
public sealed record JointUncertainty(
    Representation Representation, ImmutableArray<PropertyName> Targets, int Crystals, ImmutableArray<double?> Correlations, double Level,
    double? Box, double? Bonferroni, double? Volume)
{
    /// <summary>Mean absolute correlation over pairs of targets; null where none is known.</summary>
    public double? MeanCorrelation
    {
        get
        {
            var pairs = Enumerable.Range(0, Targets.Length)
                .SelectMany(i => Enumerable.Range(0, i).Select(j => Correlations[i * Targets.Length + j])).OfType<double>().ToArray();
            return pairs.Length == 0 ? null : pairs.Average(Math.Abs);
        }
    }
}
