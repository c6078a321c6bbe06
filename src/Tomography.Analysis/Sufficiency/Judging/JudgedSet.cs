using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>A set, and whether it suffices.</summary>
/// <param name="Set">The properties; none where the target needs none.</param>
/// <param name="SearchLeft">The share of its validation error that all properties take off, a fraction below 1.</param>
/// <param name="Effect">
/// What all properties do to its test error on the other seeds, the worse of both references; null where nothing can be said.
/// </param>
/// <param name="Verdict">What follows.</param>
public sealed record JudgedSet(PropertySet Set, double SearchLeft, Effect? Effect, SufficiencyVerdict Verdict)
{
    /// <summary>Bits about the target that its properties tell more than once; negative where they tell more together.</summary>
    public double Redundancy { get; init; }

    /// <summary>What each property adds, the one that tells most first.</summary>
    public ImmutableArray<MemberShare> Members { get; init; } = [];

    /// <summary>Bits that its properties tell about the target together.</summary>
    public double Bits { get; init; }
}
