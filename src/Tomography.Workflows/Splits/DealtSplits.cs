using System.Collections.Immutable;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>The splits of an experiment, dealt.</summary>
/// <param name="Planned">As plans name them.</param>
/// <param name="ByHash">Their parts, by the name that they have in the store.</param>
/// <param name="Remarks">What is odd about them.</param>
internal sealed record DealtSplits(
    ImmutableArray<PlannedSplit> Planned, ImmutableDictionary<string, Split> ByHash, ImmutableArray<SplitRemark> Remarks);
