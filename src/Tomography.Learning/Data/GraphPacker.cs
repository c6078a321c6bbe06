using Tomography.Crystals;

namespace Tomography.Learning;

/// <summary>Packs crystal graphs into flat arrays.</summary>
public static class GraphPacker
{
    /// <summary>Packs graphs with the features of the elements that occur in them, elements by atomic number.</summary>
    /// <exception cref="KeyNotFoundException">An element has no row in the table.</exception>
    public static PackedGraphs Pack(IReadOnlyList<CrystalGraph> graphs, ElementFeatureTable elements, GaussianBasis basis)
    {
        var species = graphs.SelectMany(g => g.AtomicNumber).Distinct().Order().ToArray();
        var rowOf = species.Select((z, row) => (z, row)).ToDictionary(p => p.z, p => p.row);
        var nodeStart = new int[graphs.Count + 1];
        var distanceStart = new int[graphs.Count + 1];
        int nodes = graphs.Sum(g => g.NodeCount), bonds = graphs.Sum(g => g.BondTotal);
        var nodeSpecies = new int[nodes];
        var multiplicity = new float[nodes];
        var bondStart = new int[nodes + 1];
        var neighbour = new int[bonds];
        var distance = new int[bonds];
        var bondCount = new float[bonds];
        var distances = new List<double>();
        int node = 0, bond = 0;
        for (var c = 0; c < graphs.Count; c++)
        {
            var graph = graphs[c];
            var distinct = graph.DistanceAngstrom.Distinct().Order().ToArray();
            for (var i = 0; i < graph.NodeCount; i++, node++)
            {
                nodeSpecies[node] = rowOf[graph.AtomicNumber[i]];
                multiplicity[node] = graph.Multiplicity[i];
                for (var b = graph.BondStart[i]; b < graph.BondStart[i + 1]; b++, bond++)
                {
                    neighbour[bond] = graph.Neighbour[b];
                    distance[bond] = Array.BinarySearch(distinct, graph.DistanceAngstrom[b]);
                    bondCount[bond] = graph.BondCount[b];
                }

                bondStart[node + 1] = bond;
            }

            distances.AddRange(distinct);
            nodeStart[c + 1] = node;
            distanceStart[c + 1] = distances.Count;
        }

        var features = species.SelectMany(z => elements.Rows[z].Select(v => (float)v)).ToArray();
        return new(
            nodeStart,
            nodeSpecies,
            multiplicity,
            bondStart,
            neighbour,
            distance,
            bondCount,
            distanceStart,
            distances.ToArray(),
            elements.Length,
            features,
            basis);
    }
}
