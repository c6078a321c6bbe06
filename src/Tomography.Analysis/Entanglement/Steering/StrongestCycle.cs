using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>The strongest cycle of a lattice: the one whose weakest edge is strongest, of those the one with the fewest edges.</summary>
internal static class StrongestCycle
{
    /// <summary>
    /// The edges of the cycle in order, from the property that is first in the order of the lattice; empty where no edges with a weight
    /// close a cycle.
    /// </summary>
    /// <remarks>
    /// Edges are added from the strongest down until the first closes a cycle; it is the weakest of that cycle. The way back from its end
    /// to its start with the fewest edges gives the rest. Of equal weights the edge that is first in the lattice is added first. All edges
    /// with a weight count, whatever their state.
    /// </remarks>
    public static ImmutableArray<Edge> Of(EntanglementLattice lattice)
    {
        var outgoing = new Dictionary<PropertyName, List<Edge>>();
        foreach (var edge in lattice.Edges.Where(edge => edge.Weight > 0).OrderByDescending(edge => edge.Weight))
        {
            if (Path(outgoing, edge.Target, edge.Feature) is { } back) return FromFirst(lattice, [edge, .. back]);
            if (!outgoing.TryGetValue(edge.Feature, out var edges)) outgoing[edge.Feature] = edges = [];
            edges.Add(edge);
        }

        return [];
    }

    // Breadth first; null where there is no way.
    private static List<Edge>? Path(Dictionary<PropertyName, List<Edge>> outgoing, PropertyName from, PropertyName to)
    {
        var cameBy = new Dictionary<PropertyName, Edge>();
        var open = new Queue<PropertyName>([from]);
        while (open.TryDequeue(out var node))
        {
            if (node == to)
            {
                var path = new List<Edge>();
                for (; node != from; node = cameBy[node].Feature) path.Insert(0, cameBy[node]);
                return path;
            }

            foreach (var edge in outgoing.GetValueOrDefault(node) ?? [])
                if (edge.Target != from && cameBy.TryAdd(edge.Target, edge))
                    open.Enqueue(edge.Target);
        }

        return null;
    }

    private static ImmutableArray<Edge> FromFirst(EntanglementLattice lattice, Edge[] cycle)
    {
        var first = Enumerable.Range(0, cycle.Length).MinBy(place => lattice.Nodes.IndexOf(cycle[place].Feature));
        return [.. cycle.Skip(first), .. cycle.Take(first)];
    }
}
