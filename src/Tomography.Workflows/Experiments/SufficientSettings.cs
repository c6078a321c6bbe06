using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>An entry of <c>sufficient</c>: which smallest sets of properties suffice for a target.</summary>
/// <param name="Target">The target.</param>
/// <param name="From">The properties that sets are made of; none in an experiment that leaves it to its features.</param>
/// <param name="Within">The share of the error, a fraction, that all properties may still take off the error of a set.</param>
/// <param name="AtMost">The most properties of a set.</param>
public sealed record SufficientSettings(PropertyName Target, ImmutableArray<PropertyName> From, double Within, int AtMost)
{
    /// <summary>Where an experiment does not say.</summary>
    public const double DefaultWithin = 0.1;

    /// <summary>Where an experiment does not say.</summary>
    public const int DefaultAtMost = 4, DefaultSearchSeeds = 2, DefaultMostSets = 40;

    /// <summary>Fewer seeds judge nothing.</summary>
    public const int FewestTestSeeds = 3;

    /// <summary>How many of the first seeds of the experiment search; the others judge.</summary>
    public int SearchSeeds { get; init; } = DefaultSearchSeeds;

    /// <summary>The most sets that a search trains in a representation.</summary>
    public int MostSets { get; init; } = DefaultMostSets;

    /// <summary>Whether a ranking and random sets are tried as well, each with as many sets.</summary>
    public bool HasPeers { get; init; }

    /// <summary>The same with the properties of the experiment's features, where it names none itself.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="dataset">Its dataset.</param>
    public SufficientSettings Over(Experiment experiment, PreparedDataset dataset)
    {
        ImmutableArray<PropertyName> from = From.IsEmpty
            ? [.. experiment.FeaturesOver(dataset).SelectMany(set => set).Distinct().Where(name => name != Target)]
            : From;
        return this with { From = from, AtMost = Math.Min(AtMost, Math.Max(1, from.Length)) };
    }
}
