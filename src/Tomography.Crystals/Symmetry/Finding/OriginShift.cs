namespace Tomography.Crystals;

/// <summary>Where the origin of a list of operations has to go so that its translations become those of another list.</summary>
internal static class OriginShift
{
    /// <summary>
    /// How far, in fractions of the cell, the translations stay from those wanted at the best origin; infinite where the equations of
    /// whole numbers have no solution nearby.
    /// </summary>
    /// <param name="operations">Rotation, translation, and translation wanted, in the basis of a primitive cell.</param>
    public static double Residual(IReadOnlyList<(IntegerMatrix Rotation, Vector3 Translation, Vector3 Wanted)> operations)
    {
        // (R - 1) p is the difference up to whole numbers. Steps of whole numbers make the equations diagonal.
        var rows = new List<(int X, int Y, int Z, double Value)>();
        foreach (var (r, t, wanted) in operations)
        {
            var difference = wanted - t;
            rows.Add((r.XX - 1, r.XY, r.XZ, difference.X));
            rows.Add((r.YX, r.YY - 1, r.YZ, difference.Y));
            rows.Add((r.ZX, r.ZY, r.ZZ - 1, difference.Z));
        }

        var columns = new int[3][];
        for (var i = 0; i < 3; i++) columns[i] = [i == 0 ? 1 : 0, i == 1 ? 1 : 0, i == 2 ? 1 : 0];
        var table = rows.Select(r => (Row: new[] { r.X, r.Y, r.Z }, r.Value)).ToArray();
        var solution = new double[3];
        for (var k = 0; k < 3 && Pivot(table, columns, k); k++) solution[k] = table[k].Value / table[k].Row[k];
        var shift = new Vector3(Sum(columns, solution, 0), Sum(columns, solution, 1), Sum(columns, solution, 2));
        var residual = 0.0;
        foreach (var (r, t, wanted) in operations)
        {
            var left = t + r * shift - shift - wanted;
            residual = Math.Max(residual, Math.Max(Rest(left.X), Math.Max(Rest(left.Y), Rest(left.Z))));
        }

        return residual;
    }

    // Makes all entries of row and column k but the pivot zero; false where nothing is left.
    private static bool Pivot((int[] Row, double Value)[] table, int[][] columns, int k)
    {
        while (true)
        {
            var (row, column) = Smallest(table, k);
            if (row < 0) return false;
            (table[k], table[row]) = (table[row], table[k]);
            foreach (var (entries, _) in table) (entries[k], entries[column]) = (entries[column], entries[k]);
            (columns[k], columns[column]) = (columns[column], columns[k]);
            var isDone = true;
            for (var i = k + 1; i < table.Length; i++)
            {
                var factor = table[i].Row[k] / table[k].Row[k];
                if (factor != 0)
                {
                    for (var j = 0; j < 3; j++) table[i].Row[j] -= factor * table[k].Row[j];
                    // Only its part below one matters.
                    table[i].Value -= factor * table[k].Value;
                    table[i].Value -= Math.Round(table[i].Value);
                }

                isDone &= table[i].Row[k] == 0;
            }

            for (var j = k + 1; j < 3; j++)
            {
                var factor = table[k].Row[j] / table[k].Row[k];
                foreach (var (entries, _) in table) entries[j] -= factor * entries[k];
                for (var i = 0; i < 3; i++) columns[j][i] -= factor * columns[k][i];
                isDone &= table[k].Row[j] == 0;
            }

            if (isDone) return true;
        }
    }

    private static (int Row, int Column) Smallest((int[] Row, double Value)[] table, int k)
    {
        var (best, at) = (int.MaxValue, (-1, -1));
        for (var i = k; i < table.Length; i++)
            for (var j = k; j < 3; j++)
                if (table[i].Row[j] != 0 && Math.Abs(table[i].Row[j]) < best)
                    (best, at) = (Math.Abs(table[i].Row[j]), (i, j));
        return at;
    }

    private static double Sum(int[][] columns, double[] solution, int i) =>
        columns[0][i] * solution[0] + columns[1][i] * solution[1] + columns[2][i] * solution[2];

    private static double Rest(double x) => Math.Abs(x - Math.Round(x));
}
