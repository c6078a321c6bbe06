using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// Which smallest sets of properties suffice for a target: minimally sufficient representations of [T], footnote 4, of one task.
/// </summary>
/// <param name="Target">The target.</param>
/// <param name="From">The properties that sets are made of, in the order of the experiment, at least one.</param>
/// <param name="Within">
/// A set suffices where all of them together take less than this share off its error, as a fraction; above 0, below 1.
/// </param>
/// <param name="AtMost">The most properties of a set; 1 to the number of <paramref name="From"/>.</param>
/// <param name="SearchSeeds">Seeds whose validation errors choose the sets; at least 1.</param>
/// <param name="TestSeeds">Seeds whose test errors judge them, none of those; at least 2.</param>
public sealed record SufficiencyQuestion(
    PropertyName Target, ImmutableArray<PropertyName> From, double Within, int AtMost, ImmutableArray<int> SearchSeeds,
    ImmutableArray<int> TestSeeds)
{
    /// <summary>The most sets that the search trains; at least 1.</summary>
    public int MostSets { get; init; } = 40;

    /// <summary>How many of the most informative properties each step of the search tries; at least 1.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>The most sets that are judged; at least 1.</summary>
    public int MostJudged { get; init; } = 5;

    /// <summary>Whether a ranking by relevance and redundancy and random sets are tried as well, with as many sets as the search.</summary>
    public bool HasPeers { get; init; }

    /// <summary>Controls that the full set is also given, so that its width by itself decides nothing; none where there are none.</summary>
    public PropertySet Controls { get; init; } = PropertySet.None;

    /// <summary>All properties together.</summary>
    public PropertySet Full => new(From);

    /// <summary>What sets are held against: all properties together, without the controls and with them.</summary>
    public ImmutableArray<PropertySet> References => Controls.IsEmpty ? [Full] : [Full, Full.Union(Controls)];
}
