using Tomography.Crystals;
using Tomography.Learning.Kernels;

namespace Tomography.Learning.Tests;

/// <summary>A batch of folded crystals with random terms, on which a bond kernel and its plain counterpart are compared.</summary>
internal sealed unsafe class BondKernelBatch
{
    public const int S = 16, Width = 2 * S;

    private readonly PackedGraphs _graphs;

    public BondKernelBatch()
    {
        _graphs = new PhantomCrystals(12, Representation.Structure, folded: true).Packed;
        Topology.Gather(_graphs, [.. Enumerable.Range(0, 12)]);
        AtomTerms = Random(Topology.Nodes * 2 * Width, 1);
        BondWeights = Random(_graphs.Basis.Count * Width, 2);
        Scale = Random(Width, 3);
        Shift = Random(Width, 4);
        Expansion = new float[Topology.Distances * BondExpansion<Lanes8>.Stride];
        fixed (
            float* offsets = Topology.GaussianOffset,
                e = Expansion)
            BondExpansion<Lanes8>.Expand(offsets, Topology.Distances, _graphs.Basis.Count, e);
    }

    public BatchTopology Topology { get; } = new();

    public float[] AtomTerms { get; }

    public float[] BondWeights { get; }

    public float[] Expansion { get; }

    public float[] Scale { get; }

    public float[] Shift { get; }

    public int Gaussians => _graphs.Basis.Count;

    public delegate void Kernel(in BondLayer layer, float* terms);

    /// <summary>Calls a kernel with the batch's pointers and scratch for its terms.</summary>
    public void Run(Kernel kernel)
    {
        var scratch = new float[2 * Topology.LargestDistances * Width];
        fixed (
            float* atomTerms = AtomTerms,
                weights = BondWeights,
                expansion = Expansion,
                bondCount = Topology.BondCount,
                multiplicity = Topology.Multiplicity,
                terms = scratch)
        fixed (
            int* first = Topology.FirstGaussian,
                nodeStart = Topology.NodeStart,
                distanceStart = Topology.DistanceStart,
                distance = Topology.Distance,
                bondStart = Topology.BondStart,
                neighbour = Topology.Neighbour,
                nodes = Enumerable.Range(0, Topology.Nodes).ToArray())
        {
            var layer = new BondLayer
            {
                AtomTerms = atomTerms,
                NodeRow = nodes,
                NeighbourRow = neighbour,
                Expansion = expansion,
                FirstGaussian = first,
                BondWeights = weights,
                Gaussians = Gaussians,
                NodeStart = nodeStart,
                DistanceStart = distanceStart,
                Crystals = Topology.Crystals,
                Distance = distance,
                BondStart = bondStart,
                BondCount = bondCount,
                Multiplicity = multiplicity,
                Stride = S,
            };
            kernel(layer, terms);
        }
    }

    /// <summary>Every bond in plain numbers: its owner, neighbour, place of its distance in the batch, count, and z in float64.</summary>
    public IEnumerable<(int Bond, int Owner, int Neighbour, int Distance, double Count, double Multiplicity, double[] Z)> Bonds()
    {
        for (var crystal = 0; crystal < Topology.Crystals; crystal++)
        for (var node = Topology.NodeStart[crystal]; node < Topology.NodeStart[crystal + 1]; node++)
        for (var bond = Topology.BondStart[node]; bond < Topology.BondStart[node + 1]; bond++)
        {
            int neighbour = Topology.Neighbour[bond],
                distance = Topology.DistanceStart[crystal] + Topology.Distance[bond];
            var z = new double[Width];
            for (var c = 0; c < Width; c++)
            {
                z[c] = (double)AtomTerms[node * 2 * Width + c] + AtomTerms[neighbour * 2 * Width + Width + c];
                for (var k = 0; k < BondExpansion<Lanes8>.Window; k++)
                    z[c] +=
                        (double)Expansion[distance * BondExpansion<Lanes8>.Stride + k]
                        * BondWeights[(Topology.FirstGaussian[distance] + k) * Width + c];
            }

                    yield return (bond, node, neighbour, distance, Topology.BondCount[bond], Topology.Multiplicity[node], z);
                }
    }

    public static float[] Random(int count, int seed)
    {
        var generator = new Generator(seed, GeneratorPurpose.Weights, "kernels");
        return [.. Enumerable.Range(0, count).Select(_ => (float)(2 * generator.NextUnit() - 1))];
    }

    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    public static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
}
