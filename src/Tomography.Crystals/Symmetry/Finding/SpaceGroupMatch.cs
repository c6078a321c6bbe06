namespace Tomography.Crystals;

/// <summary>Which of the settings of the tables a list of operations is.</summary>
internal static class SpaceGroupMatch
{
    // Translations of different groups with the same rotations are a twelfth apart or more, in fractions of the primitive cell.
    private const double MostResidual = 0.04;
    private const double Whole = 1e-3;

    /// <summary>The number of the space group; null where the operations are none.</summary>
    /// <param name="operations">The operations, one for each rotation, in the basis of a primitive cell.</param>
    /// <param name="basis">The axes of the conventional cell.</param>
    public static int? Number(IReadOnlyDictionary<IntegerMatrix, Vector3> operations, ConventionalBasis basis)
    {
        var best = (Residual: MostResidual, Number: (int?)null);
        foreach (var axes in basis.Axes)
            foreach (var setting in SpaceGroupTable.All)
                if (setting.Number >= basis.FirstGroup && setting.Number <= basis.LastGroup
                    && Residual(operations, axes, setting) is var residual && residual < best.Residual)
                    best = (residual, setting.Number);
        return best.Number;
    }

    private static double Residual(
        IReadOnlyDictionary<IntegerMatrix, Vector3> operations, IntegerMatrix axes, SpaceGroupSetting setting)
    {
        var size = axes.Determinant;
        if (setting.Operations.Length != size * operations.Count) return double.PositiveInfinity;
        var pairs = new Dictionary<IntegerMatrix, (IntegerMatrix, Vector3, Vector3)>(operations.Count);
        foreach (var listed in setting.Operations)
        {
            var conventional = new IntegerMatrix(
                (int)listed.RowX.X, (int)listed.RowX.Y, (int)listed.RowX.Z,
                (int)listed.RowY.X, (int)listed.RowY.Y, (int)listed.RowY.Z,
                (int)listed.RowZ.X, (int)listed.RowZ.Y, (int)listed.RowZ.Z);
            var scaled = axes * conventional * axes.Adjugate();
            if (Divided(scaled, size) is not { } rotation || !operations.TryGetValue(rotation, out var translation))
                return double.PositiveInfinity;
            var wanted = axes * listed.Translation;
            if (conventional == IntegerMatrix.Identity && !IsWhole(wanted)) return double.PositiveInfinity;
            pairs.TryAdd(rotation, (rotation, translation, wanted));
        }

        return pairs.Count == operations.Count ? OriginShift.Residual([.. pairs.Values]) : double.PositiveInfinity;
    }

    private static IntegerMatrix? Divided(IntegerMatrix m, int size)
    {
        for (var i = 0; i < 9; i++)
            if (m[i / 3, i % 3] % size != 0) return null;
        return new(
            m.XX / size, m.XY / size, m.XZ / size, m.YX / size, m.YY / size, m.YZ / size, m.ZX / size, m.ZY / size, m.ZZ / size);
    }

    private static bool IsWhole(Vector3 v) =>
        Math.Abs(v.X - Math.Round(v.X)) < Whole && Math.Abs(v.Y - Math.Round(v.Y)) < Whole && Math.Abs(v.Z - Math.Round(v.Z)) < Whole;
}
