using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>A draw of seeds with replacement, as uniform numbers that each edge maps onto the seeds it has.</summary>
/// <remarks>
/// Edges need not have the same seeds: some have further ones, some miss one. A draw of the seeds of the study would leave such an edge
/// with few of its seeds or with none. Here each edge draws as many as it has, and because the numbers are the same for all, edges with
/// equal seeds draw equal ones and stay paired.
/// </remarks>
internal sealed class SeedDraw
{
    private readonly ImmutableArray<ulong> _bits;

    // 64 uniform bits per place.
    internal SeedDraw(ImmutableArray<ulong> bits) => _bits = bits;

    /// <summary>
    /// As many changes as there are, drawn with replacement. Each seed stays and takes the change of a drawn one, so that the union of
    /// representations does not take a seed that was drawn twice for one.</summary>
    /// <param name="seeds">The changes of an edge; at most as many as the study has seeds.</param>
    public ImmutableArray<SeedChange> Of(ImmutableArray<SeedChange> seeds) =>
        [.. seeds.Select((seed, place) => seed with { Change = seeds[SplitMixRandom.Below(_bits[place], seeds.Length)].Change })];
}
