namespace Tomography.Learning.Kernels;

/// <summary>
/// C = A B (+ bias): A rows x inner, B inner x columns, C rows x columns, row by row with strides. Each element of C is one sum over the
/// inner index in ascending order with fused multiply-adds, so tiling and vector width leave its bits alone.
/// </summary>
internal static unsafe class MatrixProduct<T>
    where T : struct, ILanes<T>
{
    /// <summary>Multiplies.</summary>
    /// <param name="a">A.</param>
    /// <param name="aStride">Floats from row to row of A.</param>
    /// <param name="b">B.</param>
    /// <param name="bStride">Floats from row to row of B.</param>
    /// <param name="c">C; must not overlap A or B.</param>
    /// <param name="cStride">Floats from row to row of C.</param>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="inner">Columns of A, rows of B.</param>
    /// <param name="columns">Columns of B and C, a multiple of 16.</param>
    /// <param name="start">What the sums start from: a row of <paramref name="columns"/> floats (a bias), or null for 0.</param>
    /// <param name="accumulate">Whether the sums start from C instead.</param>
    public static void Multiply(
        float* a,
        int aStride,
        float* b,
        int bStride,
        float* c,
        int cStride,
        int rows,
        int inner,
        int columns,
        float* start,
        bool accumulate)
    {
        var pair = 2 * T.Count;
        // The panel of B that a tile needs is copied side by side: its rows would else fight over few cache sets.
        var panel = stackalloc float[(inner + 1) * pair + 16];
        panel = (float*)(((nint)panel + 63) & ~(nint)63);
        for (var column = 0; column < columns; column += pair)
        {
            var width = Math.Min(pair, columns - column);
            for (var k = 0; k < inner; k++)
            {
                T.Load(b + (long)k * bStride + column).Store(panel + k * pair);
                if (width == pair) T.Load(b + (long)k * bStride + column + T.Count).Store(panel + k * pair + T.Count);
            }

            var row = 0;
            var first = start is null ? null : start + column;
            if (width == pair)
            {
                for (; row + 6 <= rows; row += 6)
                    SixRows(a + (long)row * aStride, aStride, panel, c + (long)row * cStride + column, cStride, inner, first, accumulate);
                for (; row < rows; row++)
                {
                    OneRow(a + (long)row * aStride, panel, c + (long)row * cStride + column, inner, first, accumulate);
                    OneRow(
                        a + (long)row * aStride,
                        panel + T.Count,
                        c + (long)row * cStride + column + T.Count,
                        inner,
                        first is null ? null : first + T.Count,
                        accumulate);
                }
            }
            else
            {
                for (; row < rows; row++)
                    OneRow(a + (long)row * aStride, panel, c + (long)row * cStride + column, inner, first, accumulate);
            }
        }
    }

    private static void SixRows(float* a, int aStride, float* panel, float* c, int cStride, int inner, float* start, bool accumulate)
    {
        var n = T.Count;
        T s0, s1;
        if (start is null) s0 = s1 = T.All(0);
        else (s0, s1) = (T.Load(start), T.Load(start + n));
        T c00 = s0, c01 = s1, c10 = s0, c11 = s1, c20 = s0, c21 = s1, c30 = s0, c31 = s1, c40 = s0, c41 = s1, c50 = s0, c51 = s1;
        float* r0 = c, r1 = c + cStride, r2 = r1 + cStride, r3 = r2 + cStride, r4 = r3 + cStride, r5 = r4 + cStride;
        if (accumulate)
        {
            (c00, c01) = (T.Load(r0), T.Load(r0 + n));
            (c10, c11) = (T.Load(r1), T.Load(r1 + n));
            (c20, c21) = (T.Load(r2), T.Load(r2 + n));
            (c30, c31) = (T.Load(r3), T.Load(r3 + n));
            (c40, c41) = (T.Load(r4), T.Load(r4 + n));
            (c50, c51) = (T.Load(r5), T.Load(r5 + n));
        }

        float* a0 = a, a1 = a0 + aStride, a2 = a1 + aStride, a3 = a2 + aStride, a4 = a3 + aStride, a5 = a4 + aStride;
        for (var k = 0; k < inner; k++, panel += 2 * n)
        {
            T b0 = T.Load(panel), b1 = T.Load(panel + n);
            var x = T.All(a0[k]);
            c00 = T.FusedMultiplyAdd(x, b0, c00);
            c01 = T.FusedMultiplyAdd(x, b1, c01);
            x = T.All(a1[k]);
            c10 = T.FusedMultiplyAdd(x, b0, c10);
            c11 = T.FusedMultiplyAdd(x, b1, c11);
            x = T.All(a2[k]);
            c20 = T.FusedMultiplyAdd(x, b0, c20);
            c21 = T.FusedMultiplyAdd(x, b1, c21);
            x = T.All(a3[k]);
            c30 = T.FusedMultiplyAdd(x, b0, c30);
            c31 = T.FusedMultiplyAdd(x, b1, c31);
            x = T.All(a4[k]);
            c40 = T.FusedMultiplyAdd(x, b0, c40);
            c41 = T.FusedMultiplyAdd(x, b1, c41);
            x = T.All(a5[k]);
            c50 = T.FusedMultiplyAdd(x, b0, c50);
            c51 = T.FusedMultiplyAdd(x, b1, c51);
        }

        c00.Store(r0);
        c01.Store(r0 + n);
        c10.Store(r1);
        c11.Store(r1 + n);
        c20.Store(r2);
        c21.Store(r2 + n);
        c30.Store(r3);
        c31.Store(r3 + n);
        c40.Store(r4);
        c41.Store(r4 + n);
        c50.Store(r5);
        c51.Store(r5 + n);
    }

    private static void OneRow(float* a, float* panel, float* c, int inner, float* start, bool accumulate)
    {
        var sum = accumulate ? T.Load(c) : start is null ? T.All(0) : T.Load(start);
        var step = 2 * T.Count;
        for (var k = 0; k < inner; k++, panel += step) sum = T.FusedMultiplyAdd(T.All(a[k]), T.Load(panel), sum);
        sum.Store(c);
    }
}
