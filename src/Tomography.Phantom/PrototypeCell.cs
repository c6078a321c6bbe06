using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Phantom;

/// <summary>A cell of a shape, primitive or conventional, in units of the first conventional edge.</summary>
/// <param name="UnitLattice">Its lattice.</param>
/// <param name="Sites">Its sites, fractional coordinates in [0, 1).</param>
public sealed record PrototypeCell(Lattice UnitLattice, ImmutableArray<PrototypeSite> Sites)
{
    /// <summary>The primitive cell of a shape.</summary>
    public static PrototypeCell Primitive(PrototypeShape shape, Centering centering)
    {
        var (a, b, c) = (shape.UnitLattice.A, shape.UnitLattice.B, shape.UnitLattice.C);
        var lattice = centering switch
        {
            Centering.Body => new Lattice(0.5 * (b + c - a), 0.5 * (a + c - b), 0.5 * (a + b - c)),
            Centering.Face => new Lattice(0.5 * (b + c), 0.5 * (a + c), 0.5 * (a + b)),
            Centering.Rhombohedral => new Lattice(1.0 / 3 * (2 * a + b + c), 1.0 / 3 * (b - a + c), 1.0 / 3 * (c - a - 2 * b)),
            _ => shape.UnitLattice,
        };
        return new(lattice, [.. shape.Sites.Select(s => s with { Fractional = Wrap(InPrimitiveAxes(s.Fractional, centering)) })]);
    }

    /// <summary>The conventional cell of a shape.</summary>
    public static PrototypeCell Conventional(PrototypeShape shape, Centering centering)
    {
        ImmutableArray<Vector3> shifts = centering switch
        {
            Centering.Body => [default, new(0.5, 0.5, 0.5)],
            Centering.Face => [default, new(0, 0.5, 0.5), new(0.5, 0, 0.5), new(0.5, 0.5, 0)],
            Centering.Rhombohedral => [default, new(2.0 / 3, 1.0 / 3, 1.0 / 3), new(1.0 / 3, 2.0 / 3, 2.0 / 3)],
            _ => [default],
        };
        return new(
            shape.UnitLattice,
            [.. shape.Sites.SelectMany(_ => shifts, static (s, shift) => s with { Fractional = Wrap(s.Fractional + shift) })]);
    }

    // The inverse of the primitive vectors written in conventional ones; all entries are whole numbers.
    private static Vector3 InPrimitiveAxes(Vector3 p, Centering centering) => centering switch
    {
        Centering.Body => new(p.Y + p.Z, p.X + p.Z, p.X + p.Y),
        Centering.Face => new(p.Y + p.Z - p.X, p.X + p.Z - p.Y, p.X + p.Y - p.Z),
        Centering.Rhombohedral => new(p.X + p.Z, p.Y - p.X + p.Z, p.Z - p.Y),
        _ => p,
    };

    private static Vector3 Wrap(Vector3 p) => new(Wrap(p.X), Wrap(p.Y), Wrap(p.Z));

    // Twelve decimals, so that thirds from different sums agree and 1 does not remain.
    private static double Wrap(double x)
    {
        double inside = Math.Round(x - Math.Floor(x), 12);
        return inside >= 1 ? 0 : inside;
    }
}
