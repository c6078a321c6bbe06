using Shouldly;
using Tomography.Learning.Kernels;
using Xunit;

namespace Tomography.Learning.Tests;

public unsafe class GateGradientsEqualTheirDefinition
{
    private const int S = BondKernelBatch.S, Width = BondKernelBatch.Width;

    [Fact]
    public void The_gradient_of_each_bond_reaches_its_owner_its_neighbour_and_the_weights_of_its_distance()
    {
        var batch = new BondKernelBatch();
        int nodes = batch.Topology.Nodes,
            size = batch.Gaussians * Width;
        float[] upstream = BondKernelBatch.Random(nodes * S, 5),
            derivatives = BondKernelBatch.Random(batch.Topology.Bonds * Width, 6);
        float[] k1 = BondKernelBatch.Random(Width, 7),
            k2 = BondKernelBatch.Random(Width, 8);
        float[] atoms = new float[nodes * 2 * Width],
            weights = new float[size],
            partial = new float[size];
        batch.Run(
            (in BondLayer layer, float* terms) =>
            {
                fixed (
                    float* d = upstream,
                        x = derivatives,
                        a = k1,
                        b = k2,
                        scale = batch.Scale,
                        g = atoms,
                        w = weights,
                        p = partial)
                fixed (int* neighbour = batch.Topology.Neighbour)
                    GateGradient<Lanes8>.Compute(
                        layer,
                        new()
                        {
                            SumGradient = d,
                            Scale = scale,
                            K1 = a,
                            K2 = b,
                        },
                        x,
                        neighbour,
                        terms,
                        g,
                        w,
                        p,
                        new double[size]);
            }
        );

        double[] expectedAtoms = new double[nodes * 2 * Width], expectedWeights = new double[size];
        foreach (var (bond, owner, neighbour, distance, count, multiplicity, z) in batch.Bonds())
            for (var c = 0; c < Width; c++)
            {
                var dz =
                    count
                    * (
                        batch.Scale[c] * (double)upstream[owner * S + c % S] * derivatives[bond * Width + c]
                        - multiplicity * (k1[c] + k2[c] * z[c]));
                expectedAtoms[owner * 2 * Width + c] += dz;
                expectedAtoms[neighbour * 2 * Width + Width + c] += dz;
                for (var k = 0; k < BondExpansion<Lanes8>.Window; k++)
                    expectedWeights[(batch.Topology.FirstGaussian[distance] + k) * Width + c] +=
                        batch.Expansion[distance * BondExpansion<Lanes8>.Stride + k] * dz;
            }

        // Multiplicities and counts up to a few dozen: relative to the largest number.
        atoms.Select(v => (double)v).ToArray().ShouldBeWithin(expectedAtoms, 1e-5, "atoms");
        weights.Select(v => (double)v).ToArray().ShouldBeWithin(expectedWeights, 1e-5, "weights");
    }
}
