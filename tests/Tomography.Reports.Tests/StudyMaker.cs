using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;

namespace Tomography.Reports.Tests;

/// <summary>Makes the results of a study whose lattice is known.</summary>
internal static class StudyMaker
{
    /// <summary>A study in which every feature changes every error by a stated fraction, a little more or less by seed.</summary>
    /// <param name="name">Name of the experiment.</param>
    /// <param name="representations">Representations.</param>
    /// <param name="targets">Targets.</param>
    /// <param name="features">Features, controls included.</param>
    /// <param name="controls">Which of the features are controls.</param>
    /// <param name="seeds">Seeds.</param>
    /// <param name="effect">The mean relative change of the error.</param>
    /// <param name="spread">How far the seeds lie from it.</param>
    public static StudyResults Of(
        string name,
        ImmutableArray<Representation> representations,
        ImmutableArray<Property> targets,
        ImmutableArray<Property> features,
        ImmutableArray<PropertyName> controls,
        ImmutableArray<int> seeds,
        Func<Representation, string, string, double> effect,
        double spread)
    {
        var scores =
            from representation in representations
            from target in targets
            from feature in features.Select(feature => (Property?)feature).Prepend(null)
            from place in Enumerable.Range(0, seeds.Length)
            select Score(representation, target, feature, seeds[place], place);
        return new(name, new("phantom & co", true, 400, 300, 240, 3), representations, targets, features, seeds, [.. scores]) { Controls = controls };

        ModelScore Score(Representation representation, Property target, Property? feature, int seed, int place)
        {
            var baseline = (1 + 0.05 * place) * (representation == Representation.Structure ? 1 : 2);
            var change = feature is null ? 0 : feature.Name == target.Name ? -0.95 : effect(representation, feature.Name.Value, target.Name.Value) + spread * Offset(place);
            return new(representation, target.Name, feature?.Name, seed, baseline * (1 + change), baseline * 1.1, 12, 30, 1.5, $"job-{seed}");
        }
    }

    // 0, +1, -1, +1/2, -1/2, ...: the mean is that of the first seed for an odd number of seeds.
    private static double Offset(int place) => place == 0 ? 0 : (place % 2 == 1 ? 1.0 : -1.0) / ((place + 1) / 2);
}
