namespace Tomography.Crystals;

/// <summary>A symmetry operation, or a change of basis, in fractions: first the matrix, then the translation.</summary>
internal readonly record struct ExactOperation(ExactMatrix Matrix, ExactVector Translation)
{
    public static ExactOperation Identity { get; } = new(ExactMatrix.Identity, default);

    public static ExactOperation Inversion { get; } = new(-ExactMatrix.Identity, default);

    /// <summary>First <paramref name="b"/>, then <paramref name="a"/>.</summary>
    public static ExactOperation operator *(ExactOperation a, ExactOperation b) =>
        new(a.Matrix * b.Matrix, a.Matrix * b.Translation + a.Translation);

    public static ExactOperation Shift(ExactVector translation) => new(ExactMatrix.Identity, translation);

    public ExactOperation Inverse()
    {
        var matrix = Matrix.Inverse();
        return new(matrix, -(matrix * Translation));
    }

    /// <summary>The same operation up to a lattice translation.</summary>
    public ExactOperation Wrapped() => this with { Translation = Translation.Wrapped() };

    public SymmetryOperation ToOperation() =>
        new(Matrix.RowX.ToVector(), Matrix.RowY.ToVector(), Matrix.RowZ.ToVector(), Translation.ToVector());
}
