using Shouldly;
using Tomography.Learning.Kernels;
using Xunit;

namespace Tomography.Learning.Tests;

public unsafe class GateSumsEqualTheirDefinition
{
    private const int S = BondKernelBatch.S, Width = BondKernelBatch.Width;
    private readonly BondKernelBatch _batch = new();

    [Fact]
    public void Sums_derivatives_and_moments_are_those_of_the_formula()
    {
        var nodes = _batch.Topology.Nodes;
        float[] sums = new float[nodes * S],
            derivatives = new float[_batch.Topology.Bonds * Width],
            moments = new float[nodes * 2 * Width];
        _batch.Run(
            (in BondLayer layer, float* terms) =>
            {
                fixed (
                    float* scale = _batch.Scale,
                        shift = _batch.Shift,
                        s = sums,
                        d = derivatives,
                        m = moments)
                    GateSum<Lanes8>.Train(layer, scale, shift, terms, s, d, m);
            }
        );

        double[] expectedSums = new double[nodes * S],
            expectedMoments = new double[nodes * 2 * Width];
        foreach (var (bond, owner, _, _, count, _, z) in _batch.Bonds())
            for (var c = 0; c < S; c++)
            {
                double f = z[c] * _batch.Scale[c] + _batch.Shift[c],
                    g = z[S + c] * _batch.Scale[S + c] + _batch.Shift[S + c];
                double sigmoid = BondKernelBatch.Sigmoid(f),
                    x = BondKernelBatch.Softplus(g) * sigmoid * (1 - sigmoid),
                    y = sigmoid * BondKernelBatch.Sigmoid(g);
                ((double)derivatives[bond * Width + c]).ShouldBe(x, 3e-6);
                ((double)derivatives[bond * Width + S + c]).ShouldBe(y, 3e-6);
                expectedSums[owner * S + c] += count * sigmoid * BondKernelBatch.Softplus(g);
                expectedMoments[owner * 2 * Width + c] += count * x;
                expectedMoments[owner * 2 * Width + S + c] += count * y;
                expectedMoments[owner * 2 * Width + Width + c] += count * x * z[c];
                expectedMoments[owner * 2 * Width + Width + S + c] += count * y * z[S + c];
            }

        // Sums of up to twelve bonds of size 1.
        for (var i = 0; i < sums.Length; i++) ((double)sums[i]).ShouldBe(expectedSums[i], 3e-5);
        for (var i = 0; i < moments.Length; i++) ((double)moments[i]).ShouldBe(expectedMoments[i], 3e-5);
    }

    [Fact]
    public void Prediction_gives_the_same_sums_as_training()
    {
        var nodes = _batch.Topology.Nodes;
        float[] trained = new float[nodes * S],
            predicted = new float[nodes * S],
            derivatives = new float[_batch.Topology.Bonds * Width],
            moments = new float[nodes * 2 * Width];
        _batch.Run(
            (in BondLayer layer, float* terms) =>
            {
                fixed (
                    float* scale = _batch.Scale,
                        shift = _batch.Shift,
                        t = trained,
                        p = predicted,
                        d = derivatives,
                        m = moments)
                {
                    GateSum<Lanes8>.Train(layer, scale, shift, terms, t, d, m);
                    GateSum<Lanes8>.Predict(layer, scale, shift, terms, p);
                }
            }
        );
        predicted.ShouldBe(trained);
    }
}
