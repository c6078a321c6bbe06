using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static Tomography.Analysis.Tests.SmallLattice;

namespace Tomography.Analysis.Tests;

public class LatentVectorsAreCompared
{
    private const double Rounding = 1e-10;

    // One column each, correlation of (1, 2, 3) and (1, 3, 2) is 1/2: tanh(1/2).
    [Fact]
    public void The_coupling_of_single_columns_is_tanh_of_their_correlation() =>
        LatentCoupling.Of(Matrix(3, 1, 1, 2, 3), Matrix(3, 1, 1, 3, 2)).ShouldBe(Math.Tanh(0.5), Rounding);

    // Columns of y: x itself and its negative: entries tanh(1) and -tanh(1), root mean square tanh(1).
    [Fact]
    public void Signs_do_not_cancel() => LatentCoupling.Of(Matrix(2, 1, 1, 2), Matrix(2, 2, 5, -5, 7, -7)).ShouldBe(Math.Tanh(1), Rounding);

    [Fact]
    public void Units_without_variance_are_left_out()
    {
        LatentCoupling.Of(Matrix(3, 2, 1, 9, 2, 9, 3, 9), Matrix(3, 1, 1, 3, 2)).ShouldBe(Math.Tanh(0.5), Rounding);
        LatentCoupling.Of(Matrix(3, 1, 9, 9, 9), Matrix(3, 1, 1, 3, 2)).ShouldBe(0);
        LinearCka.Of(Matrix(3, 1, 0.1, 0.1, 0.1), Matrix(3, 1, 1, 3, 2)).ShouldBe(0, Rounding);
        LatentCoupling.Of(Matrix(0, 2), Matrix(0, 1)).ShouldBe(0);
        LinearCka.Of(Matrix(0, 2), Matrix(0, 1)).ShouldBe(0);
    }

    // Squared correlation for single columns: 1/4.
    [Fact]
    public void Cka_of_single_columns_is_their_squared_correlation() =>
        LinearCka.Of(Matrix(3, 1, 1, 2, 3), Matrix(3, 1, 1, 3, 2)).ShouldBe(0.25, Rounding);

    [Fact]
    public void Cka_with_itself_rotated_scaled_and_shifted_is_one() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                seed =>
                {
                    var random = new Random(seed);
                    var x = RandomMatrix(random, 40, 2);
                    var angle = random.NextDouble() * 6;
                    var (cosine, sine) = (Math.Cos(angle), Math.Sin(angle));
                    var rotated = Enumerable
                        .Range(0, 40)
                        .SelectMany(row =>
                            new[]
                            {
                                3 * (cosine * x.Row(row)[0] - sine * x.Row(row)[1]) + 1,
                                3 * (sine * x.Row(row)[0] + cosine * x.Row(row)[1]) - 7,
                            }
                        );
                    return Math.Abs(LinearCka.Of(x, x) - 1) < Rounding
                        && Math.Abs(LinearCka.Of(x, Matrix(40, 2, [.. rotated])) - 1) < Rounding;
                }
            )
            .QuickCheckThrowOnFailure();

    // Independent vectors of d = 4 units and n = 4,000 crystals: CKA about d / n = 0.001, coupling about 1 / sqrt(n) = 0.016.
    [Fact]
    public void Independent_vectors_are_nearly_unlike()
    {
        var (x, y) = (RandomMatrix(new(1), 4000, 4), RandomMatrix(new(2), 4000, 4));
        LinearCka.Of(x, y).ShouldBeInRange(0, 0.005);
        LatentCoupling.Of(x, y).ShouldBeInRange(0, 0.04);
    }

    [Fact]
    public void Single_and_double_precision_agree()
    {
        float[] values = [1, 2.5f, -3, 4, 0.5f, 6];
        var (single, wide) = (new LatentMatrix(3, 2, values), new LatentMatrix(3, 2, Array.ConvertAll(values, value => (double)value)));
        LatentCoupling.Of(single, single).ShouldBe(LatentCoupling.Of(wide, wide));
    }

    // Pairs (a, b) weight (0.4 + 0.2) / 2, coupling tanh(1/2); (a, c) weight 0.1 of the one direction measured, coupling tanh(1); (b, c)
    // not measured.
    [Fact]
    public void Entanglement_density_is_weight_times_coupling_over_the_pairs_that_were_measured()
    {
        var lattice = Only("a b c", Real("a", "b", 0.4), Real("b", "a", 0.2), Real("a", "c", 0.1));
        LatentSet set = new(Crystals.Representation.Structure, 1,
            [new(new("c"), Matrix(3, 1, 1, 2, 3)), new(new("a"), Matrix(3, 1, 1, 2, 3)), new(new("b"), Matrix(3, 1, 1, 3, 2))]);

        var result = LatentAnalysis.Of(lattice, [set, set with { Seed = 2 }])!;

        result
            .Pairs.Select(pair => (pair.First.Value, pair.Second.Value, pair.Seeds))
            .ShouldBe([("a", "b", 2), ("a", "c", 2), ("b", "c", 2)]);
        result.Pairs[2].Weight.ShouldBeNull();
        result.Density!.Value.ShouldBe((0.3 * Math.Tanh(0.5) + 0.1 * Math.Tanh(1)) / 2, Rounding);
        result.MeanCka!.Value.ShouldBe((0.25 + 1 + 0.25) / 3, Rounding);
        LatentAnalysis.Of(lattice, [set with { Representation = Crystals.Representation.Composition }]).ShouldBeNull();
    }

    [Fact]
    public void Vectors_that_do_not_fit_are_refused()
    {
        Should
            .Throw<ArgumentException>(() => Matrix(2, 2, 1, 2, 3))
            .Message.ShouldContain("There are 3 latent values; expected 2 crystals times 2 dimensions");
        Should.Throw<ArgumentException>(() => Matrix(1, 2, 1, double.NaN)).Message.ShouldContain("Dimension 1 of crystal 0 is NaN");
        Should
            .Throw<ArgumentException>(() => LinearCka.Of(Matrix(1, 1, 1), Matrix(2, 1, 1, 2)))
            .Message.ShouldContain("1 and of 2 crystals");
        Should
            .Throw<ArgumentException>(() =>
                LatentAnalysis.Of(Only("a b"), [new(Crystals.Representation.Structure, 5, [new(new("x"), Matrix(1, 1, 1))])]))
            .Message.ShouldContain("Seed 5: x is no property of the lattice");
    }

    private static LatentMatrix Matrix(int crystals, int dimensions, params double[] values) => new(crystals, dimensions, values);

    private static LatentMatrix RandomMatrix(Random random, int crystals, int dimensions) =>
        Matrix(
            crystals,
            dimensions,
            [
                .. Enumerable
                    .Range(0, crystals * dimensions)
                    .Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())),
            ]);
}
