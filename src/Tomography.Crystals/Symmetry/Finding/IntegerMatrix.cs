namespace Tomography.Crystals;

/// <summary>A 3 x 3 matrix of whole numbers, row by row: what a rotation does to the coordinates in a lattice of which it is one.</summary>
internal readonly record struct IntegerMatrix(int XX, int XY, int XZ, int YX, int YY, int YZ, int ZX, int ZY, int ZZ)
{
    public static IntegerMatrix Identity { get; } = new(1, 0, 0, 0, 1, 0, 0, 0, 1);

    public int Trace => XX + YY + ZZ;

    public int Determinant => XX * (YY * ZZ - YZ * ZY) - XY * (YX * ZZ - YZ * ZX) + XZ * (YX * ZY - YY * ZX);

    public int this[int row, int column] => (3 * row + column) switch
    {
        0 => XX, 1 => XY, 2 => XZ, 3 => YX, 4 => YY, 5 => YZ, 6 => ZX, 7 => ZY, _ => ZZ,
    };

    public static IntegerMatrix operator -(IntegerMatrix a) =>
        new(-a.XX, -a.XY, -a.XZ, -a.YX, -a.YY, -a.YZ, -a.ZX, -a.ZY, -a.ZZ);

    public static IntegerMatrix operator +(IntegerMatrix a, IntegerMatrix b) => new(
        a.XX + b.XX, a.XY + b.XY, a.XZ + b.XZ, a.YX + b.YX, a.YY + b.YY, a.YZ + b.YZ, a.ZX + b.ZX, a.ZY + b.ZY, a.ZZ + b.ZZ);

    public static IntegerMatrix operator *(IntegerMatrix a, IntegerMatrix b) => OfColumns(
        a * (b.XX, b.YX, b.ZX), a * (b.XY, b.YY, b.ZY), a * (b.XZ, b.YZ, b.ZZ));

    public static (int X, int Y, int Z) operator *(IntegerMatrix a, (int X, int Y, int Z) v) => (
        a.XX * v.X + a.XY * v.Y + a.XZ * v.Z,
        a.YX * v.X + a.YY * v.Y + a.YZ * v.Z,
        a.ZX * v.X + a.ZY * v.Y + a.ZZ * v.Z);

    public static Vector3 operator *(IntegerMatrix a, Vector3 v) => new(
        a.XX * v.X + a.XY * v.Y + a.XZ * v.Z,
        a.YX * v.X + a.YY * v.Y + a.YZ * v.Z,
        a.ZX * v.X + a.ZY * v.Y + a.ZZ * v.Z);

    public static IntegerMatrix OfColumns((int X, int Y, int Z) a, (int X, int Y, int Z) b, (int X, int Y, int Z) c) =>
        new(a.X, b.X, c.X, a.Y, b.Y, c.Y, a.Z, b.Z, c.Z);

    /// <summary>The determinant times the inverse.</summary>
    public IntegerMatrix Adjugate() => new(
        YY * ZZ - YZ * ZY, XZ * ZY - XY * ZZ, XY * YZ - XZ * YY,
        YZ * ZX - YX * ZZ, XX * ZZ - XZ * ZX, XZ * YX - XX * YZ,
        YX * ZY - YY * ZX, XY * ZX - XX * ZY, XX * YY - XY * YX);
}
