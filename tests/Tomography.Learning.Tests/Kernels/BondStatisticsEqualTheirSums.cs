using Shouldly;
using Tomography.Learning.Kernels;
using Xunit;

namespace Tomography.Learning.Tests;

public unsafe class BondStatisticsEqualTheirSums
{
    [Fact]
    public void Mean_and_variance_are_those_of_all_bonds_of_all_sites()
    {
        var batch = new BondKernelBatch();
        float[] mean = new float[BondKernelBatch.Width],
            variance = new float[BondKernelBatch.Width],
            scratch = new float[3 * BondKernelBatch.Width];
        var sums = new double[2 * BondKernelBatch.Width];
        batch.Run(
            (in BondLayer layer, float* terms) =>
            {
                fixed (
                    float* m = mean,
                        v = variance,
                        s = scratch)
                    BondStatistics<Lanes8>.Compute(layer, batch.Topology.BondTotal, m, v, terms, s, sums);
            }
        );

        var bonds = batch.Bonds().ToArray();
        var total = bonds.Sum(b => b.Count * b.Multiplicity);
        total.ShouldBe(batch.Topology.BondTotal);
        for (var c = 0; c < BondKernelBatch.Width; c++)
        {
            var expected = bonds.Sum(b => b.Count * b.Multiplicity * b.Z[c]) / total;
            // Numbers of size 1 in float32, sums in float64.
            ((double)mean[c]).ShouldBe(expected, 2e-6);
            ((double)variance[c]).ShouldBe(bonds.Sum(b => b.Count * b.Multiplicity * Math.Pow(b.Z[c] - expected, 2)) / total, 5e-6);
        }
    }
}
