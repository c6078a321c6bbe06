using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning.Kernels;
using Xunit;

namespace Tomography.Learning.Tests;

public unsafe class BondsExpandInGaussians
{
    private const int Width = 16;
    private static readonly GaussianBasis Basis = GaussianBasis.Of(new());

    [Fact]
    public void The_window_leaves_out_only_gaussians_below_two_in_a_hundred_billion()
    {
        foreach (var distance in Distances())
        {
            var (first, _) = Expand(distance);
            for (var k = 0; k < Basis.Count; k++)
                if (k < first || k >= first + BondExpansion<Lanes8>.Window)
                    // exp(-5^2) = 1.4e-11 is the bound that the kernel states.
                    Basis.Value(k, distance).ShouldBeLessThan(1.5e-11, $"Gaussian {k} at {distance} angstrom");
        }
    }

    [Fact]
    public void Gaussians_within_the_window_are_right_to_float32()
    {
        foreach (var distance in Distances())
        {
            var (first, values) = Expand(distance);
            for (var k = 0; k < BondExpansion<Lanes8>.Window; k++)
                // The position is rounded to 6e-8 of up to 10 steps, and the exponent is its square.
                values[k].ShouldBe((float)Basis.Value(first + k, distance), 5e-6f, $"Gaussian {first + k} at {distance} angstrom");
            values[BondExpansion<Lanes8>.Window..].ShouldAllBe(v => v == 0);
        }
    }

    [Fact]
    public void Terms_and_weight_gradients_equal_the_dense_products()
    {
        var distances = Distances().ToArray();
        var generator = new Generator(1, GeneratorPurpose.Weights);
        var weights = Enumerable.Range(0, Basis.Count * Width).Select(_ => (float)(generator.NextUnit() - 0.5)).ToArray();
        var upstream = Enumerable.Range(0, distances.Length * Width).Select(_ => (float)(generator.NextUnit() - 0.5)).ToArray();
        var terms = new float[distances.Length * Width];
        var gradient = new float[Basis.Count * Width];
        var expansion = new float[distances.Length * BondExpansion<Lanes8>.Stride];
        var batch = Gather(distances);
        fixed (float* offsets = batch.GaussianOffset, e = expansion, w = weights, t = terms, u = upstream, g = gradient)
        fixed (int* first = batch.FirstGaussian)
        {
            BondExpansion<Lanes8>.Expand(offsets, distances.Length, Basis.Count, e);
            BondExpansion<Lanes8>.Forward(e, first, distances.Length, Basis.Count, w, Width, t);
            BondExpansion<Lanes8>.Backward(e, first, distances.Length, Basis.Count, u, Width, g);
        }

        for (var d = 0; d < distances.Length; d++)
        for (var c = 0; c < Width; c++)
            ((double)terms[d * Width + c]).ShouldBe(
                Enumerable.Range(0, Basis.Count).Sum(k => Basis.Value(k, distances[d]) * weights[k * Width + c]),
                1e-5);
        for (var k = 0; k < Basis.Count; k++)
        for (var c = 0; c < Width; c++)
            ((double)gradient[k * Width + c]).ShouldBe(
                Enumerable.Range(0, distances.Length).Sum(d => Basis.Value(k, distances[d]) * upstream[d * Width + c]),
                1e-4);
    }

    private static IEnumerable<double> Distances() => Enumerable.Range(0, 160).Select(i => 0.0137 + i * 0.05);

    private static (int First, float[] Values) Expand(double distance)
    {
        var batch = Gather([distance]);
        var values = new float[BondExpansion<Lanes8>.Stride];
        fixed (float* offsets = batch.GaussianOffset, e = values) BondExpansion<Lanes8>.Expand(offsets, 1, Basis.Count, e);
        return (batch.FirstGaussian[0], values);
    }

    /// <summary>One crystal of one atom that is bonded to itself at each distance.</summary>
    private static BatchTopology Gather(double[] distances)
    {
        var graph = new CrystalGraph(
            [11],
            [1],
            [0, distances.Length],
            [.. distances.Select(_ => 0)],
            [.. distances],
            [.. distances.Select(_ => 1)]);
        var batch = new BatchTopology();
        batch.Gather(GraphPacker.Pack([graph], ElementFeatures.BuiltIn, Basis), [0]);
        return batch;
    }
}
