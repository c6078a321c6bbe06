namespace Tomography.Crystals;

/// <summary>What the lattice vectors and Cartesian coordinates of a POSCAR are multiplied by, along x, y and z.</summary>
/// <param name="Factors">The factors; where there is a volume, 1 each until the vectors are known.</param>
/// <param name="Volume">The volume that the cell shall have, where the file states it by a negative scale.</param>
internal readonly record struct PoscarScale(Vector3 Factors, double? Volume)
{
    /// <summary>Reads one number (a factor, or below zero a volume) or three factors; null for anything else.</summary>
    public static PoscarScale? TryParse(ReadOnlySpan<char> line)
    {
        if (!NumberText.TryParse(Words.Take(ref line), out var x) || x == 0) return null;
        if (!NumberText.TryParse(Words.Take(ref line), out var y)) return x < 0 ? new(new(1, 1, 1), -x) : new(new(x, x, x), null);
        return NumberText.TryParse(Words.Take(ref line), out var z) && x > 0 && y > 0 && z > 0 ? new(new(x, y, z), null) : null;
    }

    /// <summary>The scale with the factor that gives these vectors the volume that was stated.</summary>
    public PoscarScale For(Lattice vectors)
    {
        if (Volume is not { } volume) return this;
        var factor = Math.Cbrt(volume / vectors.Volume);
        return new(new(factor, factor, factor), null);
    }

    public Vector3 Apply(Vector3 v) => new(Factors.X * v.X, Factors.Y * v.Y, Factors.Z * v.Z);
}
