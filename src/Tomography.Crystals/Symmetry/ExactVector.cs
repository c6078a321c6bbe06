namespace Tomography.Crystals;

/// <summary>A translation, or a row of a matrix, in fractions.</summary>
internal readonly record struct ExactVector(Fraction X, Fraction Y, Fraction Z)
{
    public static ExactVector operator +(ExactVector a, ExactVector b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static ExactVector operator -(ExactVector a) => new(-a.X, -a.Y, -a.Z);

    public static ExactVector operator *(Fraction f, ExactVector a) => new(f * a.X, f * a.Y, f * a.Z);

    public static Fraction Dot(ExactVector a, ExactVector b) => a.X * b.X + a.Y * b.Y + a.Z * b.Z;

    public static ExactVector Cross(ExactVector a, ExactVector b) =>
        new(a.Y * b.Z - a.Z * b.Y, a.Z * b.X - a.X * b.Z, a.X * b.Y - a.Y * b.X);

    /// <summary>The same translation within the cell.</summary>
    public ExactVector Wrapped() => new(X.Wrapped(), Y.Wrapped(), Z.Wrapped());

    public Vector3 ToVector() => new(X.ToDouble(), Y.ToDouble(), Z.ToDouble());
}
