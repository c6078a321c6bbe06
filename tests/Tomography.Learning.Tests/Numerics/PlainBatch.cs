using static Tomography.Learning.Tests.Numerics.PlainFunctions;

namespace Tomography.Learning.Tests.Numerics;

/// <summary>Crystals of a batch in its order, with their nodes one behind the other.</summary>
internal sealed class PlainBatch
{
    private const int Window = 10;

    private readonly List<PlainNode> _nodes = [];
    private readonly List<PlainCrystal> _crystals = [];

    public PlainBatch(PackedGraphs graphs, IEnumerable<int> crystals)
    {
        foreach (var c in crystals) Add(graphs, c);
    }

    public IReadOnlyList<PlainNode> Nodes => _nodes;

    public IReadOnlyList<PlainCrystal> Crystals => _crystals;

    // Whole numbers below 2^53: exact in any order.
    public double SiteTotal => _nodes.Sum(n => (double)n.Multiplicity);

    public double BondTotal => _nodes.Sum(n => n.Bonds.Sum(b => (double)n.Multiplicity * b.Count));

    /// <summary>The first bond of the batch and its owner; none where nothing is bonded.</summary>
    public (int Node, PlainBond Bond)? FirstBond =>
        _nodes.FindIndex(n => n.Bonds.Length > 0) is var node and >= 0 ? (node, _nodes[node].Bonds[0]) : null;

    private void Add(PackedGraphs graphs, int c)
    {
        int from = graphs.NodeStart.Span[c], to = graphs.NodeStart.Span[c + 1], first = _nodes.Count;
        for (var i = from; i < to; i++)
        {
            var bonds = Enumerable.Range(graphs.BondStart.Span[i], graphs.BondStart.Span[i + 1] - graphs.BondStart.Span[i])
                .Select(b => new PlainBond(first + graphs.Neighbour.Span[b], graphs.Distance.Span[b], graphs.BondCount.Span[b]));
            _nodes.Add(new(graphs.Species.Span[i], graphs.Multiplicity.Span[i], [.. bonds]));
        }

        var distances = graphs.DistanceAngstrom[graphs.DistanceStart.Span[c]..graphs.DistanceStart.Span[c + 1]].ToArray();
        _crystals.Add(new(
            first, _nodes.Count, [.. distances.Select(d => Expand(d, graphs.Basis))], _nodes.Skip(first).Sum(n => n.Multiplicity)));
    }

    private static (int First, float[] Gaussians) Expand(double distance, GaussianBasis basis)
    {
        var window = Math.Min(Window, basis.Count);
        var steps = distance / basis.StepAngstrom;
        var first = Math.Clamp((int)steps - (window / 2 - 1), 0, basis.Count - window);
        var offset = (float)(steps - first);
        return (first, [.. Enumerable.Range(0, window).Select(k => ExpOfMinus((offset - k) * (offset - k)))]);
    }
}
