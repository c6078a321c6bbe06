using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>The axes of the conventional cell, as the rotations of a crystal choose them.</summary>
/// <param name="FirstGroup">The first space group whose crystal system has such rotations.</param>
/// <param name="LastGroup">The last one.</param>
/// <param name="Axes">Edges of conventional cells, as columns in the basis of the primitive cell; one is that of the tables.</param>
internal sealed record ConventionalBasis(int FirstGroup, int LastGroup, ImmutableArray<IntegerMatrix> Axes)
{
    private const int Reach = 3;

    // Ways to look at the axes that keep their kind.
    private static readonly IntegerMatrix[] s_views =
    [
        IntegerMatrix.Identity,
        IntegerMatrix.OfColumns((-1, 0, 0), (0, -1, 0), (0, 0, 1)),
        IntegerMatrix.OfColumns((0, 1, 0), (1, 0, 0), (0, 0, -1)),
        IntegerMatrix.OfColumns((0, -1, 0), (-1, 0, 0), (0, 0, -1)),
    ];

    /// <summary>The axes; null where the rotations are those of no crystal.</summary>
    public static ConventionalBasis? Of(Lattice primitive, IEnumerable<IntegerMatrix> rotations)
    {
        var axes = rotations.Select(RotationAxis.Of).ToArray();
        if (axes.Any(a => a is null)) return null;
        var proper = axes.OfType<RotationAxis>().DistinctBy(a => a.Rotation).ToArray();
        RotationAxis[] Fold(int order) => [.. proper.Where(a => a.Order == order)];
        var (two, three, four, six) = (Fold(2), Fold(3), Fold(4), Fold(6));
        return (two.Length, three.Length, four.Length, six.Length) switch
        {
            (_, 8, 6, 0) => Cubic(four),
            (_, 8, 0, 0) => Cubic(two),
            (_, 2, 0, 2) => Around(primitive, six[0], three[0].Rotation, 168, 194),
            (0 or 3, 2, 0, 0) => Around(primitive, three[0], three[0].Rotation, 143, 167),
            (1 or 5, 0, 2, 0) => Around(primitive, four[0], four[0].Rotation, 75, 142),
            (3, 0, 0, 0) => Of(two, 16, 74),
            (1, 0, 0, 0) => Monoclinic(primitive, two[0]),
            (0, 0, 0, 0) => new(1, 2, [IntegerMatrix.Identity]),
            _ => null,
        };
    }

    private static ConventionalBasis? Cubic(RotationAxis[] axes) => Of(axes, 195, 230);

    private static ConventionalBasis? Of(RotationAxis[] axes, int first, int last)
    {
        var edges = axes.Select(a => a.Direction).Distinct().ToArray();
        return edges.Length == 3 ? Viewed(first, last, RightHanded(edges[0], edges[1], edges[2])) : null;
    }

    // a is the shortest vector across the axis, b its image.
    private static ConventionalBasis? Around(Lattice primitive, RotationAxis axis, IntegerMatrix rotation, int first, int last)
    {
        var a = Across(primitive, axis).FirstOrDefault();
        return a == default ? null : Viewed(first, last, RightHanded(a, rotation * a, axis.Direction));
    }

    private static ConventionalBasis? Monoclinic(Lattice primitive, RotationAxis axis)
    {
        var across = Across(primitive, axis).ToArray();
        if (across.Length == 0) return null;
        var a = across[0];
        var c = across.FirstOrDefault(v => v != a && v != (-a.X, -a.Y, -a.Z) && !IsAlong(a, v));
        return c == default ? null : Viewed(3, 15, RightHanded(a, axis.Direction, c));
    }

    private static bool IsAlong((int X, int Y, int Z) a, (int X, int Y, int Z) b) =>
        a.X * b.Y == a.Y * b.X && a.Y * b.Z == a.Z * b.Y && a.X * b.Z == a.Z * b.X;

    private static IEnumerable<(int X, int Y, int Z)> Across(Lattice primitive, RotationAxis axis) =>
        (from x in Enumerable.Range(-Reach, 2 * Reach + 1)
         from y in Enumerable.Range(-Reach, 2 * Reach + 1)
         from z in Enumerable.Range(-Reach, 2 * Reach + 1)
         where (x, y, z) != (0, 0, 0) && axis.Projection * (x, y, z) == (0, 0, 0)
         select (x, y, z)).OrderBy(v => Math.Round(primitive.ToCartesian(new(v.x, v.y, v.z)).Length, 6));

    private static IntegerMatrix RightHanded((int X, int Y, int Z) a, (int X, int Y, int Z) b, (int X, int Y, int Z) c) =>
        IntegerMatrix.OfColumns(a, b, c) is { Determinant: > 0 } basis ? basis : IntegerMatrix.OfColumns(a, b, (-c.X, -c.Y, -c.Z));

    private static ConventionalBasis? Viewed(int first, int last, IntegerMatrix basis) =>
        basis.Determinant is 0 or > 4 ? null : new(first, last, [.. s_views.Select(v => basis * v).Where(b => b.Determinant > 0)]);
}
