using System.Collections.Immutable;
using static Tomography.Phantom.PrototypeShapes;
using static Tomography.Phantom.SiteRole;

namespace Tomography.Phantom;

/// <summary>Prototypes of formula ABX3: perovskite, its distortions, and its rivals.</summary>
internal static class PerovskitePrototypes
{
    private static readonly ImmutableArray<PrototypeSite> Ideal =
        [At(A, 0.5, 0.5, 0.5), At(B, 0, 0, 0), At(X, 0.5, 0, 0), At(X, 0, 0.5, 0), At(X, 0, 0, 0.5)];

    public static ImmutableArray<Prototype> All { get; } = [.. Perovskites(), .. Rivals()];

    private static IEnumerable<Prototype> Perovskites()
    {
        yield return Type("perovskite", 221, Centering.Primitive, [12, 6], MagneticOrder.Antiferromagnetic, [new(Box(1, 1), Ideal)]);
        yield return Type("polar perovskite", 99, Centering.Primitive, [12, 6], MagneticOrder.Ferromagnetic,
            Varied(t => Shape(Box(1, 1.06 + 0.012 * t), At(A, 0.5, 0.5, 0.53), At(B, 0, 0, 0),
                At(X, 0.5, 0, -0.035), At(X, 0, 0.5, -0.035), At(X, 0, 0, 0.46))));
        yield return Type("rotated perovskite", 127, Centering.Primitive, [12, 6], MagneticOrder.Ferromagnetic,
            Varied(t => Rotated(0.29 + 0.006 * t, 0.73 + 0.003 * t)));
        yield return Type("orthorhombic perovskite", 62, Centering.Primitive, [8, 6], MagneticOrder.Antiferromagnetic,
            Varied(t => Shape(Box(1.41, 0.98 + 0.004 * t),
            [
                .. TernaryPrototypes.Mirror(A, 0.05, 0.987), At(B, 0, 0, 0.5), At(B, 0.5, 0, 0), At(B, 0, 0.5, 0.5), At(B, 0.5, 0.5, 0),
                .. TernaryPrototypes.Mirror(X, 0.475, 0.087), .. TernaryPrototypes.General(X, 0.289, 0.045, 0.711),
            ])));
        yield return Type("monoclinic perovskite", 10, Centering.Primitive, [12, 6], MagneticOrder.Ferromagnetic,
            Varied(t => new(new(new(1, 0, 0.02 * (t + 4)), new(0, 1.03, 0), new(0, 0, 0.97)), Ideal)));
        yield return Type("triclinic perovskite", 2, Centering.Primitive, [12, 6], MagneticOrder.Antiferromagnetic,
            Varied(t => new(new(new(1, 0.015, 0.015 * (t + 4)), new(0, 1.04, 0.03), new(0, 0, 0.98)), Ideal)));
    }

    private static IEnumerable<Prototype> Rivals()
    {
        yield return Type("ilmenite", 148, Centering.Rhombohedral, [6, 6], MagneticOrder.Antiferromagnetic,
            Varied(t => Shape(Hexagonal(2.75 + 0.03 * t),
            [
                At(A, 0, 0, 0.355), At(A, 0, 0, -0.355), At(B, 0, 0, 0.146), At(B, 0, 0, -0.146),
                .. Triple(0.317, 0.023, 0.245), .. Triple(-0.317, -0.023, -0.245),
            ])));
        yield return Type("lithium niobate", 161, Centering.Rhombohedral, [6, 6], MagneticOrder.Ferromagnetic,
            Varied(t => Shape(Hexagonal(2.69 + 0.03 * t),
            [
                At(A, 0, 0, 0.283), At(A, 0, 0, 0.783), At(B, 0, 0, 0), At(B, 0, 0, 0.5),
                .. Triple(0.0492, 0.3446, 0.0647), .. Triple(-0.3446, -0.0492, 0.5647),
            ])));
        yield return Type("barium nickelate", 194, Centering.Primitive, [12, 6], MagneticOrder.Ferromagnetic,
            Varied(t => Chains(0.15, 0.866 + 0.012 * t)));
    }

    private static PrototypeShape Rotated(double x, double c) => Shape(
        Box(1, c), At(B, 0, 0, 0), At(B, 0.5, 0.5, 0), At(A, 0, 0.5, 0.5), At(A, 0.5, 0, 0.5), At(X, 0, 0, 0.5), At(X, 0.5, 0.5, 0.5),
        At(X, x, x + 0.5, 0), At(X, -x, 0.5 - x, 0), At(X, 0.5 - x, x, 0), At(X, x + 0.5, -x, 0));

    private static PrototypeShape Chains(double x, double c) =>
        Shape(
            Hexagonal(c),
            At(A, 1.0 / 3, 2.0 / 3, 0.75),
            At(A, 2.0 / 3, 1.0 / 3, 0.25),
            At(B, 0, 0, 0),
            At(B, 0, 0, 0.5),
            At(X, x, 2 * x, 0.25),
            At(X, -2 * x, -x, 0.25),
            At(X, x, -x, 0.25),
            At(X, -x, -2 * x, 0.75),
            At(X, 2 * x, x, 0.75),
            At(X, -x, x, 0.75));

    // The threefold rotations of a general position in hexagonal axes.
    private static PrototypeSite[] Triple(double x, double y, double z) => [At(X, x, y, z), At(X, -y, x - y, z), At(X, y - x, -x, z)];

    private static Prototype Type(
        string name,
        int group,
        Centering centering,
        ImmutableArray<int> coordination,
        MagneticOrder order,
        ImmutableArray<PrototypeShape> shapes
    ) => new(name, Stoichiometry.ABX3, group, centering, coordination, order, shapes);
}
