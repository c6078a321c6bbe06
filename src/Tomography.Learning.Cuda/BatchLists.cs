using System.Runtime.InteropServices;

namespace Tomography.Learning.Cuda;

/// <summary>
/// Batches as lists of indices into graphs that lie on the card: which crystals, nodes and elements stand where. Reused from batch to
/// batch.
/// </summary>
/// <param name="graphs">The graphs.</param>
internal sealed class BatchLists(PackedGraphs graphs)
{
    private readonly List<int> _indices = [];
    private readonly List<Batch> _batches = [];
    private readonly int[] _bondStart = [.. graphs.NodeStart.ToArray().Select(node => graphs.BondStart.Span[node])];
    private readonly (double Sites, double Bonds)[] _totals = Totals(graphs);
    private readonly int[] _speciesStart = new int[graphs.SpeciesCount + 1];
    private int[] _speciesOf = [], _speciesNode = [];

    /// <summary>The indices of all batches, one behind the other.</summary>
    public ReadOnlySpan<int> Indices => CollectionsMarshal.AsSpan(_indices);

    /// <summary>The largest of the batches.</summary>
    public BatchRoom Largest { get; private set; }

    /// <summary>Forgets all batches.</summary>
    public void Clear()
    {
        _indices.Clear();
        _batches.Clear();
        Largest = default;
    }

    /// <summary>What a batch of some crystals needs.</summary>
    public BatchRoom RoomOf(ReadOnlySpan<int> crystals)
    {
        int nodes = 0, bonds = 0, distances = 0;
        ReadOnlySpan<int> nodeStart = graphs.NodeStart.Span, distanceStart = graphs.DistanceStart.Span;
        foreach (var c in crystals)
        {
            nodes += nodeStart[c + 1] - nodeStart[c];
            bonds += _bondStart[c + 1] - _bondStart[c];
            distances += distanceStart[c + 1] - distanceStart[c];
        }

        return new(crystals.Length, nodes, bonds, distances);
    }

    /// <summary>Adds a batch of some crystals, in their order.</summary>
    /// <returns>What it needs.</returns>
    public BatchRoom Add(ReadOnlySpan<int> crystals)
    {
        var room = RoomOf(crystals);
        Largest = Largest.Or(room);
        ReadOnlySpan<int> nodeStart = graphs.NodeStart.Span, distanceStart = graphs.DistanceStart.Span, bondStart = graphs.BondStart.Span;
        var batch = new Batch { Crystals = crystals.Length, Nodes = room.Nodes, FirstNode = -1 };
        // Places among the indices, which become addresses when the indices have one.
        batch.Crystal = Append(crystals);
        batch.NodeStart = Starts(crystals, nodeStart);
        batch.DistanceStart = Starts(crystals, distanceStart);
        batch.BondStart = Starts(crystals, _bondStart);
        batch.Node = (ulong)_indices.Count;
        for (var c = 0; c < crystals.Length; c++)
        {
            var (sites, bonds) = _totals[crystals[c]];
            (batch.Sites, batch.Bonds) = (batch.Sites + sites, batch.Bonds + bonds);
            for (var node = nodeStart[crystals[c]]; node < nodeStart[crystals[c] + 1]; node++)
            {
                if (batch.FirstNode < 0 && bondStart[node + 1] > bondStart[node])
                    (batch.FirstNode, batch.FirstCrystal, batch.FirstBond) = (_indices.Count - (int)batch.Node, c, bondStart[node]);
                _indices.Add(node);
            }
        }

        batch.NodeCrystal = (ulong)_indices.Count;
        for (var c = 0; c < crystals.Length; c++)
            for (var node = nodeStart[crystals[c]]; node < nodeStart[crystals[c] + 1]; node++) _indices.Add(c);
        SortBySpecies(ref batch);
        _batches.Add(batch);
        return room;
    }

    /// <summary>The batches, when their indices stand at an address.</summary>
    public Batch[] At(ulong indices) => [.. _batches.Select(b => b with
    {
        Crystal = Address(indices, b.Crystal), NodeStart = Address(indices, b.NodeStart), DistanceStart = Address(indices, b.DistanceStart),
        BondStart = Address(indices, b.BondStart), Node = Address(indices, b.Node), NodeCrystal = Address(indices, b.NodeCrystal),
        SpeciesStart = Address(indices, b.SpeciesStart), SpeciesNode = Address(indices, b.SpeciesNode),
    })];

    private static ulong Address(ulong indices, ulong place) => indices + sizeof(int) * place;

    /// <summary>Sites of a crystal, and bonds of all of them: whole numbers, exact in any order.</summary>
    private static (double Sites, double Bonds)[] Totals(PackedGraphs graphs)
    {
        var totals = new (double Sites, double Bonds)[graphs.Count];
        ReadOnlySpan<float> multiplicity = graphs.Multiplicity.Span, count = graphs.BondCount.Span;
        for (var c = 0; c < totals.Length; c++)
            for (var node = graphs.NodeStart.Span[c]; node < graphs.NodeStart.Span[c + 1]; node++)
            {
                totals[c].Sites += multiplicity[node];
                for (var b = graphs.BondStart.Span[node]; b < graphs.BondStart.Span[node + 1]; b++)
                    totals[c].Bonds += (double)multiplicity[node] * count[b];
            }

        return totals;
    }

    private ulong Append(ReadOnlySpan<int> values)
    {
        var place = (ulong)_indices.Count;
        _indices.AddRange(values);
        return place;
    }

    private ulong Starts(ReadOnlySpan<int> crystals, ReadOnlySpan<int> starts)
    {
        var place = (ulong)_indices.Count;
        var sum = 0;
        foreach (var c in crystals)
        {
            _indices.Add(sum);
            sum += starts[c + 1] - starts[c];
        }

        _indices.Add(sum);
        return place;
    }

    /// <summary>
    /// The batch's nodes element by element, ascending within each: their gradients are summed per element in this order.
    /// </summary>
    private void SortBySpecies(ref Batch batch)
    {
        // Read before anything is appended: that may move the list.
        var nodes = CollectionsMarshal.AsSpan(_indices).Slice((int)batch.Node, batch.Nodes);
        var species = graphs.Species.Span;
        if (_speciesOf.Length < nodes.Length) (_speciesOf, _speciesNode) = (new int[nodes.Length * 2], new int[nodes.Length * 2]);
        Array.Clear(_speciesStart);
        for (var n = 0; n < nodes.Length; n++) _speciesStart[(_speciesOf[n] = species[nodes[n]]) + 1]++;
        for (var s = 1; s < _speciesStart.Length; s++) _speciesStart[s] += _speciesStart[s - 1];
        batch.SpeciesStart = Append(_speciesStart);
        for (var n = 0; n < nodes.Length; n++) _speciesNode[_speciesStart[_speciesOf[n]]++] = n;
        batch.SpeciesNode = Append(_speciesNode.AsSpan(0, nodes.Length));
    }
}
