using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Tomography.Learning.Kernels;
using Xunit;

namespace Tomography.Learning.Tests;

public unsafe class MatrixKernels
{
    private static readonly Gen<(int Rows, int Inner, int Columns, int Seed)> Shapes =
        from rows in Gen.Choose(1, 300)
        from inner in Gen.Choose(1, 40)
        from columns in Gen.Choose(1, 6)
        from seed in Gen.Choose(0, int.MaxValue)
        select (rows, inner, columns * 16, seed);

    [Fact]
    public void A_product_of_any_shape_equals_the_textbook_sum() =>
        Prop.ForAll(
                Shapes.ToArbitrary(),
                shape =>
                {
                    var (rows, inner, columns, seed) = shape;
                    float[] a = Random(rows * inner, seed),
                        b = Random(inner * columns, seed + 1),
                        c = new float[rows * columns],
                        start = Random(columns, seed + 2);
                    Multiply<Lanes8>(a, b, c, start, shape);
                    for (var r = 0; r < rows; r++)
                    for (var o = 0; o < columns; o++)
                    {
                        double sum = start[o];
                        for (var k = 0; k < inner; k++)
                            sum += (double)a[r * inner + k] * b[k * columns + o];
                        // Up to 40 terms of size 1, each rounded to 6e-8.
                        Math.Abs(c[r * columns + o] - sum).ShouldBeLessThan(1e-5);
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_product_has_the_same_bits_with_eight_and_sixteen_lanes() =>
        Prop.ForAll(Shapes.ToArbitrary(), shape =>
        {
            var (rows, inner, columns, seed) = shape;
            float[] a = Random(rows * inner, seed), b = Random(inner * columns, seed + 1), start = Random(columns, seed + 2);
            float[] eight = new float[rows * columns], sixteen = new float[rows * columns];
            Multiply<Lanes8>(a, b, eight, start, shape);
            Multiply<Lanes16>(a, b, sixteen, start, shape);
            sixteen.ShouldBe(eight);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_weight_gradient_of_any_shape_equals_the_textbook_sum_and_has_the_same_bits_with_both_widths() =>
        Prop.ForAll(Shapes.ToArbitrary(), shape =>
        {
            var (rows, inputs, outputs, seed) = shape;
            float[] a = Random(rows * inputs, seed), b = Random(rows * outputs, seed + 1);
            var eight = Gradient<Lanes8>(a, b, shape);
            Gradient<Lanes16>(a, b, shape).ShouldBe(eight);
            for (var i = 0; i < inputs; i++)
                for (var o = 0; o < outputs; o++)
                {
                    double sum = 0;
                    for (var r = 0; r < rows; r++) sum += (double)a[r * inputs + i] * b[r * outputs + o];
                    // Blocks of 128 terms of size 1 in float32.
                    Math.Abs(eight[i * outputs + o] - sum).ShouldBeLessThan(1e-4);
                }
        }).QuickCheckThrowOnFailure();

    private static void Multiply<T>(float[] a, float[] b, float[] c, float[] start, (int Rows, int Inner, int Columns, int Seed) shape)
        where T : struct, ILanes<T>
    {
        fixed (
            float* pa = a,
                pb = b,
                pc = c,
                ps = start)
            MatrixProduct<T>.Multiply(
                pa,
                shape.Inner,
                pb,
                shape.Columns,
                pc,
                shape.Columns,
                shape.Rows,
                shape.Inner,
                shape.Columns,
                ps,
                accumulate: false);
    }

    private static float[] Gradient<T>(float[] a, float[] b, (int Rows, int Inputs, int Outputs, int Seed) shape)
        where T : struct, ILanes<T>
    {
        var size = shape.Inputs * shape.Outputs;
        float[] result = new float[size],
            partial = new float[size];
        fixed (
            float* pa = a,
                pb = b,
                pr = result,
                pp = partial)
            WeightGradient<T>.Compute(
                pa,
                shape.Inputs,
                pb,
                shape.Outputs,
                shape.Rows,
                shape.Inputs,
                shape.Outputs,
                pr,
                pp,
                new double[size]);
        return result;
    }

    private static float[] Random(int count, int seed)
    {
        var generator = new Generator(seed, GeneratorPurpose.Weights);
        return [.. Enumerable.Range(0, count).Select(_ => (float)(2 * generator.NextUnit() - 1))];
    }
}
