using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Phantom.Tests.Phantom;

/// <summary>
/// Symmetry of a primitive cell by trial: every rotation of the lattice with every shift that maps an atom on an equal one.
/// </summary>
internal static class CrystalSymmetry
{
    private const double Tolerance = 1e-5;

    /// <summary>The number of rotation parts of the space group: the order of the crystal class.</summary>
    public static int ClassOrder(PrototypeCell cell) => Rotations(cell.UnitLattice).Count(rotation => Shifts(cell, rotation).Any());

    /// <summary>The number of shifts that map the cell on itself: 1 where it is primitive.</summary>
    public static int Translations(PrototypeCell cell) => Shifts(cell, [new(1, 0, 0), new(0, 1, 0), new(0, 0, 1)]).Count();

    /// <summary>The order of the crystal class of a space group (International Tables A).</summary>
    public static int ExpectedOrder(int spaceGroup) => spaceGroup switch
    {
        1 => 1,
        <= 9 => 2,
        <= 15 => 4,
        <= 46 => 4,
        <= 74 => 8,
        <= 82 => 4,
        <= 122 => 8,
        <= 142 => 16,
        <= 146 => 3,
        <= 161 => 6,
        <= 167 => 12,
        <= 174 => 6,
        <= 190 => 12,
        <= 194 => 24,
        <= 199 => 12,
        <= 220 => 24,
        _ => 48,
    };

    private static IEnumerable<Vector3> Shifts(PrototypeCell cell, Vector3[] columns)
    {
        var moved = cell
            .Sites.Select(s =>
                s with
                {
                    Fractional = s.Fractional.X * columns[0] + s.Fractional.Y * columns[1] + s.Fractional.Z * columns[2],
                }
            )
            .ToArray();
        foreach (var target in cell.Sites.Where(s => s.Role == moved[0].Role))
        {
            var shift = target.Fractional - moved[0].Fractional;
            if (moved.All(m => cell.Sites.Any(s => s.Role == m.Role && Same(s.Fractional, m.Fractional + shift)))) yield return shift;
        }
    }

    // Whole-number maps of the axes that keep their lengths and angles.
    private static IEnumerable<Vector3[]> Rotations(Lattice lattice)
    {
        Vector3[] axes = [lattice.A, lattice.B, lattice.C];
        var images = axes.Select(axis =>
                Steps().Where(p => Math.Abs(lattice.ToCartesian(p).Length - axis.Length) < Tolerance).ToImmutableArray())
            .ToArray();
        return from a in images[0]
            from b in images[1]
            where Agrees(a, b, 0, 1)
            from c in images[2]
            where Agrees(a, c, 0, 2) && Agrees(b, c, 1, 2)
            select new[] { a, b, c };

        bool Agrees(Vector3 p, Vector3 q, int i, int j) =>
            Math.Abs(Vector3.Dot(lattice.ToCartesian(p), lattice.ToCartesian(q)) - Vector3.Dot(axes[i], axes[j])) < Tolerance;
    }

    private static IEnumerable<Vector3> Steps() =>
        from x in Enumerable.Range(-2, 5) from y in Enumerable.Range(-2, 5) from z in Enumerable.Range(-2, 5) select new Vector3(x, y, z);

    private static bool Same(Vector3 p, Vector3 q)
    {
        var d = p - q;
        return Whole(d.X) && Whole(d.Y) && Whole(d.Z);
    }

    private static bool Whole(double x) => Math.Abs(x - Math.Round(x)) < Tolerance;
}
