using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>A way to learn all targets by some models.</summary>
/// <param name="Kind">Which it is.</param>
/// <param name="Groups">Its models.</param>
/// <param name="Targets">What it does to each target.</param>
/// <param name="Predicted">Mean over the targets of what is predicted; null where a pair is not measured.</param>
/// <param name="Measured">Mean over the targets of what is measured; null where a group is not trained.</param>
public sealed record Grouping(
    GroupingKind Kind, ImmutableArray<TargetGroup> Groups, ImmutableArray<GroupedTarget> Targets, GroupEstimate? Predicted,
    GroupEstimate? Measured)
{
    /// <summary>How many models it takes per seed.</summary>
    public int Models => Groups.Length;
}
