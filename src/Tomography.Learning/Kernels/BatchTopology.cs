namespace Tomography.Learning.Kernels;

/// <summary>
/// Who is bonded to whom in one batch: indices count within the batch. Arrays grow with the largest batch and are reused.
/// </summary>
internal sealed class BatchTopology
{
    public int Crystals { get; private set; }

    public int Nodes { get; private set; }

    public int Bonds { get; private set; }

    public int Distances { get; private set; }

    /// <summary>Distances of the crystal that has most.</summary>
    public int LargestDistances { get; private set; }

    /// <summary>Per crystal, its first node; one more at the end.</summary>
    public int[] NodeStart { get; private set; } = [];

    /// <summary>Per node, its element's row.</summary>
    public int[] Species { get; private set; } = [];

    /// <summary>Per node, the sites it stands for.</summary>
    public float[] Multiplicity { get; private set; } = [];

    /// <summary>Per crystal, the sites of its cell.</summary>
    public float[] Sites { get; private set; } = [];

    /// <summary>Per node, its first bond; one more at the end.</summary>
    public int[] BondStart { get; private set; } = [];

    /// <summary>Per bond, the neighbouring node.</summary>
    public int[] Neighbour { get; private set; } = [];

    /// <summary>Per bond, the element's row of the neighbouring node.</summary>
    public int[] NeighbourSpecies { get; private set; } = [];

    /// <summary>Per bond, its distance, counted within its crystal.</summary>
    public int[] Distance { get; private set; } = [];

    /// <summary>Per bond, how many equal bonds of one site it stands for.</summary>
    public float[] BondCount { get; private set; } = [];

    /// <summary>Per crystal, its first distance; one more at the end.</summary>
    public int[] DistanceStart { get; private set; } = [];

    /// <summary>Per distance, the first Gaussian of its window.</summary>
    public int[] FirstGaussian { get; private set; } = [];

    /// <summary>Per distance, its position from the centre of that Gaussian, in steps.</summary>
    public float[] GaussianOffset { get; private set; } = [];

    /// <summary>Sites of all crystals.</summary>
    public double SiteTotal { get; private set; }

    /// <summary>Bonds of all sites.</summary>
    public double BondTotal { get; private set; }

    /// <summary>Gathers the ranges of some crystals.</summary>
    public void Gather(PackedGraphs graphs, ReadOnlySpan<int> crystals)
    {
        ReadOnlySpan<int> nodeStart = graphs.NodeStart.Span,
            species = graphs.Species.Span,
            bondStart = graphs.BondStart.Span,
            neighbour = graphs.Neighbour.Span;
        ReadOnlySpan<int> bondDistance = graphs.Distance.Span,
            distanceStart = graphs.DistanceStart.Span;
        ReadOnlySpan<float> multiplicity = graphs.Multiplicity.Span,
            bondCount = graphs.BondCount.Span;
        var angstrom = graphs.DistanceAngstrom.Span;
        Reserve(graphs, crystals);
        int node = 0, bond = 0, distance = 0, largest = 0;
        double siteTotal = 0, bondTotal = 0;
        for (var c = 0; c < crystals.Length; c++)
        {
            int from = nodeStart[crystals[c]], to = nodeStart[crystals[c] + 1];
            int distanceFrom = distanceStart[crystals[c]], distanceTo = distanceStart[crystals[c] + 1];
            var firstNode = node;
            (NodeStart[c], DistanceStart[c]) = (firstNode, distance);
            float sites = 0;
            for (var i = from; i < to; i++, node++)
            {
                Species[node] = species[i];
                Multiplicity[node] = multiplicity[i];
                sites += multiplicity[i];
                BondStart[node] = bond;
                for (var b = bondStart[i]; b < bondStart[i + 1]; b++, bond++)
                {
                    Neighbour[bond] = firstNode + neighbour[b];
                    NeighbourSpecies[bond] = species[from + neighbour[b]];
                    Distance[bond] = bondDistance[b];
                    BondCount[bond] = bondCount[b];
                    bondTotal += (double)multiplicity[i] * bondCount[b];
                }
            }

            for (var d = distanceFrom; d < distanceTo; d++, distance++)
            {
                (FirstGaussian[distance], GaussianOffset[distance]) = GaussianWindow.Of(angstrom[d], graphs.Basis);
            }

            largest = Math.Max(largest, distanceTo - distanceFrom);
            Sites[c] = sites;
            siteTotal += sites;
        }

        (NodeStart[crystals.Length], DistanceStart[crystals.Length]) = (node, distance);
        BondStart[node] = bond;
        (Crystals, Nodes, Bonds, Distances, LargestDistances, SiteTotal, BondTotal) = (
            crystals.Length,
            node,
            bond,
            distance,
            largest,
            siteTotal,
            bondTotal);
    }

    private void Reserve(PackedGraphs graphs, ReadOnlySpan<int> crystals)
    {
        int nodes = 0, bonds = 0, distances = 0;
        ReadOnlySpan<int> nodeStart = graphs.NodeStart.Span, bondStart = graphs.BondStart.Span, distanceStart = graphs.DistanceStart.Span;
        foreach (var c in crystals)
        {
            nodes += nodeStart[c + 1] - nodeStart[c];
            bonds += bondStart[nodeStart[c + 1]] - bondStart[nodeStart[c]];
            distances += distanceStart[c + 1] - distanceStart[c];
        }

        if (NodeStart.Length < crystals.Length + 1)
        {
            (NodeStart, DistanceStart) = (new int[crystals.Length + 1], new int[crystals.Length + 1]);
            Sites = new float[crystals.Length];
        }

        if (Species.Length < nodes)
        {
            var room = nodes + nodes / 4;
            (Species, Multiplicity, BondStart) = (new int[room], new float[room], new int[room + 1]);
        }

        if (BondStart.Length == 0) BondStart = new int[1];
        if (Neighbour.Length < bonds)
        {
            var room = bonds + bonds / 4;
            (Neighbour, NeighbourSpecies, Distance, BondCount) = (new int[room], new int[room], new int[room], new float[room]);
        }

        if (FirstGaussian.Length < distances)
        {
            var room = distances + distances / 4;
            (FirstGaussian, GaussianOffset) = (new int[room], new float[room]);
        }
    }
}
