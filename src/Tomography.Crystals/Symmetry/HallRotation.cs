namespace Tomography.Crystals;

/// <summary>The matrices of the rotations that Hall symbols name (International Tables B, tables A1.4.2.3 to A1.4.2.5).</summary>
internal static class HallRotation
{
    /// <summary>The axis along the body diagonal, <c>*</c>.</summary>
    private static readonly ExactMatrix s_bodyDiagonal = new(new(0, 0, 1), new(1, 0, 0), new(0, 1, 0));

    /// <summary>The rotation of an order about an axis, or null where there is none.</summary>
    /// <param name="order">1, 2, 3, 4 or 6.</param>
    /// <param name="axis">0, 1, 2 for x, y, z: the axis itself, or the one that the face diagonals are across.</param>
    /// <param name="direction">0 for the axis itself, <c>'</c> and <c>"</c> for face diagonals, <c>*</c> for the body diagonal.</param>
    public static ExactMatrix? Find(int order, int axis, char direction) => (order, direction) switch
    {
        (1, _) => ExactMatrix.Identity,
        (3, '*') => s_bodyDiagonal,
        (2, '\'') => Turned(new(new(0, -1, 0), new(-1, 0, 0), new(0, 0, -1)), axis),
        (2, '"') => Turned(new(new(0, 1, 0), new(1, 0, 0), new(0, 0, -1)), axis),
        (2, '\0') => Turned(new(new(-1, 0, 0), new(0, -1, 0), new(0, 0, 1)), axis),
        (3, '\0') => Turned(new(new(0, -1, 0), new(1, -1, 0), new(0, 0, 1)), axis),
        (4, '\0') => Turned(new(new(0, -1, 0), new(1, 0, 0), new(0, 0, 1)), axis),
        (6, '\0') => Turned(new(new(1, -1, 0), new(1, 0, 0), new(0, 0, 1)), axis),
        _ => null,
    };

    // A matrix for z, with the axes moved round.
    private static ExactMatrix Turned(ExactMatrix m, int axis) => axis switch
    {
        2 => m,
        0 => new(new(m.RowZ.Z, m.RowZ.X, m.RowZ.Y), new(m.RowX.Z, m.RowX.X, m.RowX.Y), new(m.RowY.Z, m.RowY.X, m.RowY.Y)),
        _ => new(new(m.RowY.Y, m.RowY.Z, m.RowY.X), new(m.RowZ.Y, m.RowZ.Z, m.RowZ.X), new(m.RowX.Y, m.RowX.Z, m.RowX.X)),
    };
}
