namespace Tomography.Crystals;

/// <summary>Whether a list of symmetry operations is a group: a list cut short would silently lose sites.</summary>
internal static class GroupClosure
{
    // The operations come generators first in practice; that many factors on one side settle closure and bound the work.
    private const int Factors = 48;

    /// <summary>
    /// False where the product of two operations is, up to a lattice translation, not in the list. Translations that are no
    /// multiples of 1/24 belong to no standard setting and are not judged.
    /// </summary>
    public static bool IsGroup(ReadOnlySpan<SymmetryOperation> operations)
    {
        var known = new HashSet<SymmetryOperation>(operations.Length);
        foreach (var operation in operations)
        {
            if (Key(operation) is not { } key) return true;
            known.Add(key);
        }

        foreach (var factor in operations[..Math.Min(operations.Length, Factors)])
            foreach (var operation in operations)
                if (Key(Product(operation, factor)) is { } product && !known.Contains(product))
                    return false;
        return true;
    }

    private static SymmetryOperation Product(SymmetryOperation a, SymmetryOperation b) =>
        new(Row(a.RowX, b), Row(a.RowY, b), Row(a.RowZ, b), a.Apply(b.Translation));

    private static Vector3 Row(Vector3 row, SymmetryOperation b) => row.X * b.RowX + row.Y * b.RowY + row.Z * b.RowZ;

    // Translations in whole 24ths, modulo 24.
    public static SymmetryOperation? Key(SymmetryOperation operation)
    {
        if (
            Part(operation.Translation.X) is not { } x
            || Part(operation.Translation.Y) is not { } y
            || Part(operation.Translation.Z) is not { } z)
            return null;
        return operation with { Translation = new(x, y, z) };
    }

    private static double? Part(double translation)
    {
        var parts = Math.Round(24 * translation);
        return Math.Abs(24 * translation - parts) > 0.05 ? null : parts - 24 * Math.Floor(parts / 24);
    }
}
