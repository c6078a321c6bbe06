using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>The seeds of single edges: those of the experiment, and those that it asks for beyond.</summary>
/// <param name="seeds">The seeds of the experiment.</param>
/// <param name="further">What it asks for beyond.</param>
internal sealed class FurtherSeeds(ImmutableArray<int> seeds, ImmutableArray<FurtherModel> further)
{
    /// <summary>The seeds of an edge from what is learnt along.</summary>
    /// <param name="representation">The representation.</param>
    /// <param name="target">The target.</param>
    /// <param name="along">What is learnt along.</param>
    /// <returns>Each seed once, those of the experiment first and without a round.</returns>
    public IEnumerable<(int Seed, int? Round)> OfTransfer(Representation representation, PropertyName target, PropertySet along) =>
        Of(f => f.Representation == representation && f.Target == target && !f.Along.IsEmpty && f.Along == along);

    /// <summary>The seeds of an edge from a source.</summary>
    /// <param name="representation">The representation.</param>
    /// <param name="target">The target.</param>
    /// <param name="source">The source.</param>
    /// <param name="labels">From how many labels is learnt; null for all.</param>
    /// <returns>Each seed once, those of the experiment first and without a round.</returns>
    public IEnumerable<(int Seed, int? Round)> OfStart(
        Representation representation, PropertyName target, PropertySet source, int? labels) =>
        Of(f => f.Representation == representation && f.Target == target && !f.Start.IsEmpty && f.Start == source && f.Labels == labels);

    /// <summary>
    /// The round that an entry asks for; one whose round is not known is one of its own. Those that are known count from 1.
    /// </summary>
    /// <param name="entry">Its place in the list.</param>
    /// <param name="further">The entry.</param>
    public static int RoundOf(int entry, FurtherModel further) => further.Round ?? -1 - entry;

    private IEnumerable<(int Seed, int? Round)> Of(Func<FurtherModel, bool> isOfEdge) => seeds.Select(seed => (seed, (int?)null))
        .Concat(further.Index().Where(f => isOfEdge(f.Item))
            .SelectMany(f => f.Item.Seeds, (f, seed) => (seed, (int?)RoundOf(f.Index, f.Item))))
        .DistinctBy(s => s.Item1);
}
