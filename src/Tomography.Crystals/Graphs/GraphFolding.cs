using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Tomography.Crystals;

/// <summary>
/// Exact folding: nodes that no number of message-passing steps can tell apart become one node that carries their number.
/// </summary>
public static class GraphFolding
{
    /// <summary>
    /// Folds a graph by colour refinement until stable, which is valid for any number of convolutions. A class becomes one node;
    /// its multiplicity is the sum of its nodes'; equal bonds of a node (same neighbouring class, same distance) become one with the
    /// sum of their counts. Nodes are in the canonical order of their classes (atomic number first), bonds by (distance, neighbour), so
    /// the result does not depend on the order of the nodes. Folding a folded graph changes nothing.
    /// </summary>
    public static CrystalGraph Fold(CrystalGraph graph)
    {
        var bonds = new ColouredBond[graph.BondTotal];
        var lengths = LengthRanks(graph.DistanceAngstrom, bonds.Length);
        for (var b = 0; b < bonds.Length; b++)
            bonds[b] = new(
                lengths is null ? DistanceGrid.ToGrid(graph.DistanceAngstrom[b]) : Array.BinarySearch(lengths, graph.DistanceAngstrom[b]),
                graph.Neighbour[b],
                graph.BondCount[b]);
        var start = ImmutableCollectionsMarshal.AsArray(graph.BondStart)!;
        var colour = graph.AtomicNumber.ToArray();
        var refinement = new ColourRefinement(start, bonds);
        var classes = refinement.Refine(colour);
        return Merge(graph, start, bonds, colour, refinement.Order, classes, lengths);
    }

    // Distances on the grid are their own ranks; null says so. Others are ranked by sorting them.
    private static double[]? LengthRanks(ImmutableArray<double> distances, int count)
    {
        var onGrid = true;
        for (var b = 0; b < count && onGrid; b++)
            onGrid = distances[b] is >= 0 and < 1e5 && DistanceGrid.ToAngstrom(DistanceGrid.ToGrid(distances[b])) == distances[b];
        return onGrid ? null : [.. distances.Distinct().Order()];
    }

    private static CrystalGraph Merge(
        CrystalGraph graph,
        int[] start,
        ColouredBond[] bonds,
        int[] colour,
        ReadOnlySpan<int> order,
        int classes,
        double[]? lengths)
    {
        var classOfColour = new int[colour.Length];
        var atomicNumber = new int[classes];
        var multiplicity = new int[classes];
        var representative = new int[classes];
        var at = -1;
        for (var k = 0; k < order.Length; k++)
        {
            var node = order[k];
            if (k == 0 || colour[node] != colour[order[k - 1]])
            {
                at++;
                classOfColour[colour[node]] = at;
                atomicNumber[at] = graph.AtomicNumber[node];
                representative[at] = node;
            }

            multiplicity[at] += graph.Multiplicity[node];
        }

        var bondStart = new int[classes + 1];
        var neighbour = ImmutableArray.CreateBuilder<int>(8 * classes);
        var distance = ImmutableArray.CreateBuilder<double>(8 * classes);
        var count = ImmutableArray.CreateBuilder<int>(8 * classes);
        for (var i = 0; i < classes; i++)
        {
            int from = start[representative[i]], to = start[representative[i] + 1];
            for (var b = from; b < to; b++)
            {
                if (b > from && bonds[b].Key == bonds[b - 1].Key)
                {
                    count[^1] += bonds[b].Count;
                    continue;
                }

                neighbour.Add(classOfColour[bonds[b].Colour]);
                distance.Add(lengths is null ? DistanceGrid.ToAngstrom(bonds[b].LengthRank) : lengths[bonds[b].LengthRank]);
                count.Add(bonds[b].Count);
            }

            bondStart[i + 1] = neighbour.Count;
        }

        return new(
            ImmutableCollectionsMarshal.AsImmutableArray(atomicNumber), ImmutableCollectionsMarshal.AsImmutableArray(multiplicity),
            ImmutableCollectionsMarshal.AsImmutableArray(bondStart), neighbour.ToImmutable(), distance.ToImmutable(), count.ToImmutable());
    }
}
