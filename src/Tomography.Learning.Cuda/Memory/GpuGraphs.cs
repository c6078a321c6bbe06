namespace Tomography.Learning.Cuda;

/// <summary>The graphs of a dataset in the memory of a card, with the Gaussians of every distance: all models read them.</summary>
internal sealed class GpuGraphs : IDisposable
{
    /// <summary>Floats from distance to distance: ten Gaussians at most, a zero, and the bits of the first Gaussian's number.</summary>
    private const int ExpansionStride = 12;

    private readonly List<IDisposable> _arrays = [];
    private readonly GpuArray<int> _nodeStart, _species, _bondStart, _distanceStart;
    private readonly GpuArray<int> _distanceBondsStart, _distanceBonds, _neighbourBondsStart, _neighbourBonds;
    private readonly GpuArray<float> _multiplicity, _expansion, _sites, _elements;
    private readonly GpuArray<Bond> _bonds;

    /// <summary>Copies graphs to a card.</summary>
    /// <exception cref="DeviceMemoryException">The card has no memory for them.</exception>
    public GpuGraphs(IGpu gpu, PackedGraphs graphs)
    {
        Graphs = graphs;
        Sizes = GraphSizes.Of(graphs);
        try
        {
            _nodeStart = Copy<int>(graphs.NodeStart.Span);
            _species = Copy<int>(graphs.Species.Span);
            _multiplicity = Copy<float>(graphs.Multiplicity.Span);
            _bondStart = Copy<int>(graphs.BondStart.Span);
            _bonds = Copy<Bond>(Bonds(graphs));
            _distanceStart = Copy<int>(graphs.DistanceStart.Span);
            var lists = BondLists.Of(graphs);
            _distanceBondsStart = Copy<int>(lists.OfDistanceStart);
            _distanceBonds = Copy<int>(lists.OfDistance);
            _neighbourBondsStart = Copy<int>(lists.OfNeighbourStart);
            _neighbourBonds = Copy<int>(lists.OfNeighbour);
            _expansion = Copy<float>(Expansion(graphs));
            _sites = Copy<float>(SitesOf(graphs));
            _elements = Copy<float>(graphs.SpeciesFeatures.Span);
        }
        catch
        {
            Dispose();
            throw;
        }

        GpuArray<T> Copy<T>(ReadOnlySpan<T> values)
            where T : unmanaged
        {
            var array = GpuArray<T>.Of(gpu, values);
            _arrays.Add(array);
            return array;
        }
    }

    /// <summary>What was copied.</summary>
    public PackedGraphs Graphs { get; }

    /// <summary>How large the crystals are.</summary>
    public GraphSizes Sizes { get; }

    /// <summary>Bytes that graphs take on a card.</summary>
    public static long BytesOf(PackedGraphs graphs) =>
        4L * (graphs.NodeStart.Length + graphs.Species.Length + graphs.Multiplicity.Length + 2L * graphs.BondStart.Length
            + 6L * graphs.Neighbour.Length + graphs.DistanceStart.Length + (ExpansionStride + 1L) * graphs.DistanceAngstrom.Length
            + graphs.Count + graphs.SpeciesFeatures.Length);

    /// <summary>Tells kernels where the graphs stand.</summary>
    public void Put(ref Step step)
    {
        (step.NodeStart, step.Species, step.Multiplicity) = (_nodeStart.Address, _species.Address, _multiplicity.Address);
        (step.BondStart, step.Bond, step.DistanceStart) = (_bondStart.Address, _bonds.Address, _distanceStart.Address);
        (step.BondsOfDistanceStart, step.BondsOfDistance) = (_distanceBondsStart.Address, _distanceBonds.Address);
        (step.BondsOfNeighbourStart, step.BondsOfNeighbour) = (_neighbourBondsStart.Address, _neighbourBonds.Address);
        (step.Expansion, step.Sites, step.Elements) = (_expansion.Address, _sites.Address, _elements.Address);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var array in _arrays) array.Dispose();
    }

    private static Bond[] Bonds(PackedGraphs graphs)
    {
        var bonds = new Bond[graphs.Neighbour.Length];
        ReadOnlySpan<int> nodeStart = graphs.NodeStart.Span, bondStart = graphs.BondStart.Span, species = graphs.Species.Span;
        ReadOnlySpan<int> neighbour = graphs.Neighbour.Span, distance = graphs.Distance.Span;
        var count = graphs.BondCount.Span;
        for (var c = 0; c < graphs.Count; c++)
            for (var b = bondStart[nodeStart[c]]; b < bondStart[nodeStart[c + 1]]; b++)
                bonds[b] = new(neighbour[b], distance[b], count[b], species[nodeStart[c] + neighbour[b]]);
        return bonds;
    }

    private static float[] SitesOf(PackedGraphs graphs)
    {
        var sites = new float[graphs.Count];
        var multiplicity = graphs.Multiplicity.Span;
        for (var c = 0; c < sites.Length; c++)
            for (var n = graphs.NodeStart.Span[c]; n < graphs.NodeStart.Span[c + 1]; n++) sites[c] += multiplicity[n];
        return sites;
    }

    private static unsafe float[] Expansion(PackedGraphs graphs)
    {
        const int Wide = BondExpansion<Lanes8>.Stride;
        var distances = graphs.DistanceAngstrom.Span;
        var expansion = new float[(long)distances.Length * ExpansionStride];
        var window = stackalloc float[Wide];
        for (var d = 0; d < distances.Length; d++)
        {
            var (first, offset) = GaussianWindow.Of(distances[d], graphs.Basis);
            BondExpansion<Lanes8>.Expand(&offset, 1, graphs.Basis.Count, window);
            var row = expansion.AsSpan(d * ExpansionStride, ExpansionStride);
            new ReadOnlySpan<float>(window, ExpansionStride - 1).CopyTo(row);
            row[^1] = BitConverter.Int32BitsToSingle(first);
        }

        return expansion;
    }
}
