using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>What the gradient of one target does to another where a set is learnt together, a mean over the seeds.</summary>
/// <param name="Representation">What the models see.</param>
/// <param name="Together">All that they learn.</param>
/// <param name="From">The target whose gradient is meant.</param>
/// <param name="To">The other target.</param>
/// <param name="Seeds">Seeds behind it; at least 1.</param>
/// <param name="Cosine">Cosine of the two gradients, from -1 to 1.</param>
/// <param name="ConflictShare">Share of the steps at which it was negative, from 0 to 1; of gradients that have nothing to do with each
/// other it is a half.</param>
/// <param name="Affinity">The lookahead affinity, see <see cref="JointGradient"/>.</param>
public sealed record GradientSummary(
    Representation Representation, PropertySet Together, PropertyName From, PropertyName To, int Seeds, double Cosine,
    double ConflictShare, double Affinity)
{
    /// <summary>The means, in the order in which the pairs come first.</summary>
    internal static ImmutableArray<GradientSummary> Of(IEnumerable<JointGradient> gradients) =>
    [
        .. gradients.GroupBy(g => (g.Representation, g.Together, g.From, g.To)).Select(group => new GradientSummary(
            group.Key.Representation, group.Key.Together, group.Key.From, group.Key.To, group.Count(), Mean(group, g => g.Cosine),
            Mean(group, g => g.ConflictShare), Mean(group, g => g.Affinity))),
    ];

    private static double Mean(IEnumerable<JointGradient> seeds, Func<JointGradient, double> of) =>
        ErrorRange.Of([.. seeds.Select(of)]).Mean;
}
