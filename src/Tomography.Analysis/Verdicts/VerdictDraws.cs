using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// Draws what a repetition of a study might have concluded (parametric bootstrap; Efron and Tibshirani, An Introduction to the Bootstrap,
/// 1993, chapter 6): every effect is drawn anew from Student's t around it, and all edges are decided again by <see cref="VerdictRule"/>.
/// </summary>
/// <remarks>
/// An effect compares two models that are trained alike, so each of the two brings half of its variance. Edges of one target and
/// representation that learn from as many labels share the baseline, so that half is common to them; an effect and the one against the
/// control share the model with the feature. Obstacles that no effect can mend stay.
/// </remarks>
internal static class VerdictDraws
{
    private const ulong Stream = 0x76657264696374;

    // Beyond this many degrees of freedom Student's t is a normal distribution to three digits.
    private const double NearlyNormal = 1000;

    /// <summary>The verdicts of every draw, each in the order of the edges; the same every time.</summary>
    /// <param name="edges">What was found of all edges of a report.</param>
    /// <param name="settings">When a verdict is given.</param>
    /// <param name="draws">How many draws; at least 0.</param>
    /// <returns>None where no edge has an effect that could be drawn.</returns>
    public static ImmutableArray<ImmutableArray<EdgeVerdict>> Of(
        IReadOnlyList<EdgeFindings> edges, VerdictSettings settings, int draws)
    {
        if (edges.All(edge => edge.Obstacle != VerdictReason.None)) return [];
        var random = new SplitMixSource(Stream);
        return [.. Enumerable.Range(0, draws).Select(_ => VerdictRule.Decide(Drawn(edges, random), settings))];
    }

    private static EdgeFindings[] Drawn(IReadOnlyList<EdgeFindings> edges, Random random)
    {
        var shared = new Dictionary<(Representation, PropertyName, PropertySet, int?), double>();
        return [.. edges.Select(edge =>
        {
            if (edge.Obstacle != VerdictReason.None) return edge;
            var (own, baseline) = (StandardNormal(random), Shared(PropertySet.None));
            if (edge.Control is not { } control) return edge with { Effect = Moved(edge.Effect, own, baseline, random) };
            var ofControl = Shared(control);
            return edge with
            {
                Effect = Moved(edge.Effect, own, baseline, random),
                AgainstControl = Moved(edge.AgainstControl, own, ofControl, random),
                ControlEffect = Moved(edge.ControlEffect, ofControl, baseline, random),
            };

            double Shared(PropertySet features) =>
                shared.TryGetValue((edge.Representation, edge.Target, features, edge.Labels), out var known)
                    ? known
                    : shared[(edge.Representation, edge.Target, features, edge.Labels)] = StandardNormal(random);
        })];
    }

    // Half of the variance from each of the two models, over the square root of a chi-square: Student's t.
    private static Effect? Moved(Effect? effect, double with, double without, Random random)
    {
        if (effect is null) return null;
        var freedom = effect.DegreesOfFreedom;
        var scale = freedom > NearlyNormal ? 1 : Math.Sqrt(freedom / ChiSquared.Sample(random, freedom));
        // An error cannot fall below nothing.
        return effect with { Change = Math.Max(-1, effect.Change + effect.FullError * scale * (with - without) / Math.Sqrt(2)) };
    }

    private static double StandardNormal(Random random) => MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1);
}
