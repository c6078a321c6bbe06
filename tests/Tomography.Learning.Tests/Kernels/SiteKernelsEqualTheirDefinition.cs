using Shouldly;
using Tomography.Learning.Kernels;
using Xunit;

namespace Tomography.Learning.Tests;

public unsafe class SiteKernelsEqualTheirDefinition
{
    private const int S = 16;

    [Fact]
    public void Column_sums_and_moments_are_the_textbook_ones()
    {
        const int rows = 333;
        float[] a = BondKernelBatch.Random(rows * S, 1),
            b = BondKernelBatch.Random(rows * S, 2),
            weights = [.. Enumerable.Range(0, rows).Select(i => 1f + i % 5)];
        double[] sums = new double[S],
            products = new double[S];
        float[] mean = new float[S],
            variance = new float[S];
        var total = weights.Sum(w => (double)w);
        fixed (float* x = a, y = b, w = weights, m = mean, v = variance)
        {
            ColumnSums<Lanes8>.Of(x, S, rows, S, sums);
            ColumnSums<Lanes8>.OfProducts(x, S, y, S, rows, S, products);
            ColumnSums<Lanes8>.Moments(x, w, total, rows, S, m, v, new double[2 * S]);
        }

        for (var c = 0; c < S; c++)
        {
            var column = Enumerable.Range(0, rows).Select(r => (double)a[r * S + c]).ToArray();
            var expected = column.Select((x, r) => weights[r] * x).Sum() / total;
            // Blocks of 64 numbers of size 1 in float32.
            sums[c].ShouldBe(column.Sum(), 1e-4);
            products[c].ShouldBe(column.Select((x, r) => x * b[r * S + c]).Sum(), 1e-4);
            ((double)mean[c]).ShouldBe(expected, 1e-6);
            ((double)variance[c]).ShouldBe(column.Select((x, r) => weights[r] * (x - expected) * (x - expected)).Sum() / total, 2e-6);
        }
    }

    [Fact]
    public void The_site_update_is_softplus_of_residual_and_normalised_sum()
    {
        const int nodes = 9;
        float[] v = BondKernelBatch.Random(nodes * S, 3),
            sums = BondKernelBatch.Random(nodes * S, 4),
            scale = BondKernelBatch.Random(S, 5),
            shift = BondKernelBatch.Random(S, 6);
        float[] result = new float[nodes * S],
            slope = new float[nodes * S];
        fixed (
            float* a = v,
                s = sums,
                k = scale,
                h = shift,
                r = result,
                l = slope)
            SiteUpdate<Lanes8>.Forward(a, s, k, h, nodes, S, r, l);
        for (var i = 0; i < result.Length; i++)
        {
            var x = v[i] + (double)sums[i] * scale[i % S] + shift[i % S];
            ((double)result[i]).ShouldBe(BondKernelBatch.Softplus(x), 2e-6);
            ((double)slope[i]).ShouldBe(BondKernelBatch.Sigmoid(x), 1e-6);
        }
    }

    [Fact]
    public void The_gradient_through_the_norm_takes_off_mean_and_variance_terms_per_site()
    {
        const int nodes = 7;
        float[] gradient = BondKernelBatch.Random(nodes * S, 7),
            sums = BondKernelBatch.Random(nodes * S, 8),
            scale = BondKernelBatch.Random(S, 9),
            k1 = BondKernelBatch.Random(S, 10),
            k2 = BondKernelBatch.Random(S, 11);
        float[] multiplicity = [.. Enumerable.Range(1, nodes).Select(i => (float)i)];
        var result = new float[nodes * S];
        fixed (
            float* g = gradient,
                s = sums,
                m = multiplicity,
                c = scale,
                a = k1,
                b = k2,
                r = result)
            SiteUpdate<Lanes8>.ThroughNorm(g, s, m, c, a, b, nodes, S, r);
        for (var i = 0; i < result.Length; i++)
            ((double)result[i]).ShouldBe(
                scale[i % S] * (double)gradient[i] - multiplicity[i / S] * (k1[i % S] + k2[i % S] * (double)sums[i]),
                5e-6);
    }

    [Fact]
    public void Pooling_is_the_mean_over_sites_and_its_gradient_spreads_by_multiplicity()
    {
        var batch = new BondKernelBatch().Topology;
        float[] v = BondKernelBatch.Random(batch.Nodes * S, 12), upstream = BondKernelBatch.Random(batch.Crystals * S, 13);
        float[] pooled = new float[batch.Crystals * S], gradient = new float[batch.Nodes * S];
        fixed (float* a = v, p = pooled, u = upstream, g = gradient)
        {
            Pooling<Lanes8>.Forward(a, batch, S, p);
            Pooling<Lanes8>.Backward(u, batch, S, g);
        }

        for (var crystal = 0; crystal < batch.Crystals; crystal++)
        {
            var nodes = Enumerable.Range(batch.NodeStart[crystal], batch.NodeStart[crystal + 1] - batch.NodeStart[crystal]).ToArray();
            var sites = nodes.Sum(n => (double)batch.Multiplicity[n]);
            for (var c = 0; c < S; c++)
            {
                ((double)pooled[crystal * S + c]).ShouldBe(nodes.Sum(n => (double)batch.Multiplicity[n] * v[n * S + c]) / sites, 1e-6);
                foreach (var node in nodes)
                    ((double)gradient[node * S + c]).ShouldBe(batch.Multiplicity[node] / sites * upstream[crystal * S + c], 1e-6);
            }
        }
    }

    [Fact]
    public void Long_sums_keep_what_float32_would_lose()
    {
        double[] sums = [.. Enumerable.Repeat(1e9, 16)];
        float[] values = [.. Enumerable.Range(0, 16).Select(i => 0.25f + i)], rounded = new float[16];
        fixed (double* s = sums)
        fixed (float* v = values, r = rounded)
        {
            for (var i = 0; i < 4; i++) LongSums.Add(s, v, 16);
            LongSums.Round(s, r, 16);
        }

        sums.ShouldBe(values.Select(v => 1e9 + 4 * (double)v));
        rounded.ShouldBe(sums.Select(s => (float)s));
    }
}
