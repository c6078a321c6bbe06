using static Tomography.Learning.Tests.Numerics.PlainFunctions;

namespace Tomography.Learning.Tests.Numerics;

/// <summary>The sums of docs/numerics.md over rows of a batch, one number after the other. Matrices are lists of rows.</summary>
internal static class PlainSums
{
    /// <summary>Rows of a block of the sums down columns, and of those of weight gradients.</summary>
    public const int ColumnRows = 64, WeightRows = 128;

    public static float[][] Zeros(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => new float[columns])];

    public static float[][] Map(float[][] a, Func<float, float> function) => [.. a.Select(row => row.Select(function).ToArray())];

    /// <summary>float32 in blocks of rows from 0, float64 across the blocks from 0.</summary>
    public static double InBlocks(int rows, int block, Func<float, int, float> add)
    {
        double sum = 0;
        for (var start = 0; start < rows; start += block)
        {
            float part = 0;
            for (var r = start; r < Math.Min(rows, start + block); r++) part = add(part, r);
            sum += part;
        }

        return sum;
    }

    public static double[] Columns(float[][] a, int columns) =>
        [.. Enumerable.Range(0, columns).Select(c => InBlocks(a.Length, ColumnRows, (sum, r) => sum + a[r][c]))];

    public static double[] ColumnsOfProducts(float[][] a, float[][] b, int columns) =>
        [.. Enumerable.Range(0, columns).Select(c => InBlocks(a.Length, ColumnRows, (sum, r) => Fma(a[r][c], b[r][c], sum)))];

    public static float[] Rounded(IEnumerable<double> sums) => [.. sums.Select(s => (float)s)];

    /// <summary>A^T B.</summary>
    public static float[][] WeightGradient(float[][] a, float[][] b, int inputs, int outputs) =>
        [.. Enumerable.Range(0, inputs).Select(i => Enumerable.Range(0, outputs)
            .Select(o => (float)InBlocks(a.Length, WeightRows, (sum, r) => Fma(a[r][i], b[r][o], sum))).ToArray())];

    /// <summary>A B, each number from where its sum starts, over the inner index from 0.</summary>
    public static float[][] Product(float[][] a, float[][] b, int columns, Func<int, int, float> start)
    {
        var result = Zeros(a.Length, columns);
        for (var r = 0; r < a.Length; r++)
            for (var c = 0; c < columns; c++)
            {
                var sum = start(r, c);
                for (var k = 0; k < b.Length; k++) sum = Fma(a[r][k], b[k][c], sum);
                result[r][c] = sum;
            }

        return result;
    }

    public static float[][] Transposed(float[][] a, int columns) =>
        [.. Enumerable.Range(0, columns).Select(c => a.Select(row => row[c]).ToArray())];

    /// <summary>Rows of one element added in float64, node by node.</summary>
    public static float[][] BySpecies(float[][] rows, IReadOnlyList<PlainNode> nodes, int species, int columns)
    {
        var sums = Enumerable.Range(0, species).Select(_ => new double[columns]).ToArray();
        for (var n = 0; n < rows.Length; n++)
            for (var c = 0; c < columns; c++)
                sums[nodes[n].Species][c] += rows[n][c];
        return [.. sums.Select(Rounded)];
    }
}
