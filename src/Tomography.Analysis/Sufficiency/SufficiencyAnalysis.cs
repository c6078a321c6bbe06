using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>Which smallest sets of properties suffice for a target in a representation.</summary>
/// <param name="Representation">The representation.</param>
/// <param name="Question">What was asked.</param>
/// <param name="IsFinished">Whether the search has ended.</param>
/// <param name="IsSpent">Whether it ended because it may train no further set: there may be other sets.</param>
public sealed record SufficiencyAnalysis(
    Representation Representation, SufficiencyQuestion Question, bool IsFinished, bool IsSpent)
{
    /// <summary>The minimal sets found, the smallest first, then the least redundant.</summary>
    public required ImmutableArray<JudgedSet> Found { get; init; }

    /// <summary>All sets trained on the seeds of the search, in the order of the search.</summary>
    public required ImmutableArray<TriedSet> Tried { get; init; }

    /// <summary>What other ways chose; empty where none were asked for.</summary>
    public required ImmutableArray<PeerResult> Peers { get; init; }

    /// <summary>Sets that the search itself tried, without peers.</summary>
    public required int OwnSets { get; init; }

    /// <summary>Those of the sets found that are shown to suffice.</summary>
    public IEnumerable<JudgedSet> Sufficient => Found.Where(s => s.Verdict == SufficiencyVerdict.Sufficient);
}
