namespace Tomography.Crystals;

/// <summary>A 3 x 3 matrix of fractions, row by row.</summary>
internal readonly record struct ExactMatrix(ExactVector RowX, ExactVector RowY, ExactVector RowZ)
{
    public static ExactMatrix Identity { get; } = new(new(1, 0, 0), new(0, 1, 0), new(0, 0, 1));

    public Fraction Determinant => ExactVector.Dot(RowX, ExactVector.Cross(RowY, RowZ));

    public static ExactMatrix operator -(ExactMatrix a) => new(-a.RowX, -a.RowY, -a.RowZ);

    public static ExactVector operator *(ExactMatrix a, ExactVector v) =>
        new(ExactVector.Dot(a.RowX, v), ExactVector.Dot(a.RowY, v), ExactVector.Dot(a.RowZ, v));

    public static ExactMatrix operator *(ExactMatrix a, ExactMatrix b) => new(Row(a.RowX, b), Row(a.RowY, b), Row(a.RowZ, b));

    /// <summary>The inverse of a matrix whose determinant is not 0.</summary>
    public ExactMatrix Inverse()
    {
        var scale = 1 / Determinant;
        var columns = new ExactMatrix(
            scale * ExactVector.Cross(RowY, RowZ),
            scale * ExactVector.Cross(RowZ, RowX),
            scale * ExactVector.Cross(RowX, RowY));
        return new(
            new(columns.RowX.X, columns.RowY.X, columns.RowZ.X),
            new(columns.RowX.Y, columns.RowY.Y, columns.RowZ.Y),
            new(columns.RowX.Z, columns.RowY.Z, columns.RowZ.Z));
    }

    private static ExactVector Row(ExactVector row, ExactMatrix b) => row.X * b.RowX + row.Y * b.RowY + row.Z * b.RowZ;
}
