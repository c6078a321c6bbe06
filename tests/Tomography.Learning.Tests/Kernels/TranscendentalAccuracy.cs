using System.Runtime.Intrinsics;
using Shouldly;
using Tomography.Learning.Kernels;
using Xunit;

namespace Tomography.Learning.Tests;

public unsafe class TranscendentalAccuracy
{
    private static IEnumerable<float> Arguments => Enumerable.Range(-4000, 8001).Select(i => i / 100f);

    [Fact]
    public void Exp_of_a_negative_number_is_right_to_three_units_in_the_last_place()
    {
        foreach (var x in Arguments.Where(x => x >= 0))
            // Float32 has a relative resolution of 1.2e-7; the polynomial and the scaling may lose three such steps.
            Math.Abs(Apply(x, Transcendental.ExpOfMinus) / Math.Exp(-x) - 1).ShouldBeLessThan(3.6e-7, $"exp(-{x})");
    }

    [Fact]
    public void Exp_far_below_zero_stays_a_tiny_positive_number()
    {
        var value = Apply(1e30f, Transcendental.ExpOfMinus);
        value.ShouldBeGreaterThan(0);
        value.ShouldBeLessThan(1e-37f);
    }

    [Fact]
    public void Softplus_and_its_slope_are_right_to_five_units_in_the_last_place()
    {
        foreach (var x in Arguments)
        {
            double softplus = Apply(x, v => Transcendental.Softplus(v, out _)), sigmoid = Apply(x, Sigmoid);
            // Far below zero, where log(1 + e) loses its digits in float64 too, softplus is e^x to within e^x / 2 of itself.
            var expected = x < -16 ? Math.Exp(x) : Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs((double)x)));
            Math.Abs(softplus / expected - 1).ShouldBeLessThan(6e-7, $"softplus({x})");
            Math.Abs(sigmoid * (1 + Math.Exp(-(double)x)) - 1).ShouldBeLessThan(6e-7, $"sigmoid({x})");
        }
    }

    [Fact]
    public void The_shared_division_of_the_gate_changes_no_digit_that_counts()
    {
        float* values = stackalloc float[8];
        foreach (var f in Arguments.Where((_, i) => i % 97 == 0))
            foreach (var c in Arguments.Where((_, i) => i % 89 == 0))
            {
                for (var i = 0; i < 8; i++) values[i] = f;
                var core = Transcendental.Gate(Lanes8.Load(values), Lanes8.All(c), out var sigmoid, out var sigmoidCore);
                var plain = Transcendental.Softplus(Lanes8.All(c), out var plainSigmoidCore);
                First(core).ShouldBe(First(plain), 1e-6 * Math.Abs(First(plain)));
                First(sigmoidCore).ShouldBe(First(plainSigmoidCore), 1e-6 * First(plainSigmoidCore));
                ((double)First(sigmoid)).ShouldBe(1 / (1 + Math.Exp(-(double)f)), 6e-7 / (1 + Math.Exp(-(double)f)));
            }
    }

    [Fact]
    public void What_is_not_a_number_stays_so()
    {
        var one = Lanes8.All(1);
        Func<Lanes8, Lanes8>[] functions =
        [
            Transcendental.ExpOfMinus,
            Sigmoid,
            v => Transcendental.Softplus(v, out _),
            v => Transcendental.Gate(one, v, out _, out _),
            v => { Transcendental.Gate(v, one, out var sigmoid, out _); return sigmoid; },
            v => { Transcendental.Gate(one, v, out _, out var sigmoid); return sigmoid; },
        ];
        foreach (var function in functions) float.IsNaN(Apply(float.NaN, function)).ShouldBeTrue();
    }

    [Fact]
    public void Sixteen_lanes_give_the_same_bits_as_eight()
    {
        float* sixteen = stackalloc float[16];
        foreach (var x in Arguments)
        {
            Transcendental.Gate(Lanes16.All(x), Lanes16.All(-x), out var sigmoid16, out _).Store(sixteen);
            var eight = Transcendental.Gate(Lanes8.All(x), Lanes8.All(-x), out var sigmoid8, out _);
            BitConverter.SingleToInt32Bits(sixteen[15]).ShouldBe(BitConverter.SingleToInt32Bits(First(eight)));
            sigmoid16.Store(sixteen);
            BitConverter.SingleToInt32Bits(sixteen[0]).ShouldBe(BitConverter.SingleToInt32Bits(First(sigmoid8)));
        }
    }

    private static Lanes8 Sigmoid(Lanes8 x)
    {
        Transcendental.Softplus(x, out var sigmoid);
        return sigmoid;
    }

    private static float Apply(float x, Func<Lanes8, Lanes8> function) => First(function(Lanes8.All(x)));

    private static float First(Lanes8 lanes)
    {
        var values = stackalloc float[8];
        lanes.Store(values);
        return values[0];
    }
}
