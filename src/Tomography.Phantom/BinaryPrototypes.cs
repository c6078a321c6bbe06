using System.Collections.Immutable;
using static Tomography.Phantom.PrototypeShapes;
using static Tomography.Phantom.SiteRole;

namespace Tomography.Phantom;

/// <summary>Prototypes of one cation and one simple anion.</summary>
internal static class BinaryPrototypes
{
    public static ImmutableArray<Prototype> All { get; } = [.. OneToOne(), .. OneToTwo(), .. TwoToOne(), .. Others()];

    private static IEnumerable<Prototype> OneToOne()
    {
        PrototypeSite a = At(A, 0, 0, 0), x = At(X, 0.5, 0.5, 0.5);
        yield return new("rocksalt", Stoichiometry.AX, 225, Centering.Face, [6], MagneticOrder.Antiferromagnetic, Fixed(Box(1, 1), a, x));
        yield return new(
            "orthorhombic rocksalt",
            Stoichiometry.AX,
            69,
            Centering.Face,
            [6],
            MagneticOrder.Ferromagnetic,
            Varied(t => Shape(Box(1 + 0.01 * (t + 4), 1 - 0.01 * (t + 5)), a, x)));
        yield return new(
            "monoclinic rocksalt",
            Stoichiometry.AX,
            12,
            Centering.Face,
            [6],
            MagneticOrder.Antiferromagnetic,
            Varied(t => Shape(new(new(1, 0, 0.02 * (t + 4)), new(0, 1.03, 0), new(0, 0, 0.98)), a, x)));
        yield return new(
            "cesium chloride",
            Stoichiometry.AX,
            221,
            Centering.Primitive,
            [8],
            MagneticOrder.Ferromagnetic,
            Fixed(Box(1, 1), a, x));
        yield return new(
            "zincblende",
            Stoichiometry.AX,
            216,
            Centering.Face,
            [4],
            MagneticOrder.Ferromagnetic,
            Fixed(Box(1, 1), a, At(X, 0.25, 0.25, 0.25)));
        yield return new(
            "wurtzite",
            Stoichiometry.AX,
            186,
            Centering.Primitive,
            [4],
            MagneticOrder.Antiferromagnetic,
            Varied(t =>
                Shape(
                    Hexagonal(Math.Sqrt(8.0 / 3) * (1 + 0.01 * t)),
                    At(A, 1.0 / 3, 2.0 / 3, 0),
                    At(A, 2.0 / 3, 1.0 / 3, 0.5),
                    At(X, 1.0 / 3, 2.0 / 3, 0.375),
                    At(X, 2.0 / 3, 1.0 / 3, 0.875))));
        yield return new(
            "nickel arsenide",
            Stoichiometry.AX,
            194,
            Centering.Primitive,
            [6],
            MagneticOrder.Antiferromagnetic,
            Varied(t => Shape(Hexagonal(1.5 + 0.06 * t), a, At(A, 0, 0, 0.5), At(X, 1.0 / 3, 2.0 / 3, 0.25), At(X, 2.0 / 3, 1.0 / 3, 0.75)))
        );
        yield return new(
            "litharge",
            Stoichiometry.AX,
            129,
            Centering.Primitive,
            [4],
            MagneticOrder.Antiferromagnetic,
            Varied(t => Shape(Box(1, 1.26 + 0.03 * t), At(A, 0, 0.5, 0.235), At(A, 0.5, 0, 0.765), At(X, 0, 0, 0), At(X, 0.5, 0.5, 0))));
        yield return new(
            "hexagonal boron nitride",
            Stoichiometry.AX,
            194,
            Centering.Primitive,
            [3],
            MagneticOrder.Ferromagnetic,
            Varied(t =>
                Shape(
                    Hexagonal(2.0 + 0.1 * t),
                    At(A, 1.0 / 3, 2.0 / 3, 0.25),
                    At(A, 2.0 / 3, 1.0 / 3, 0.75),
                    At(X, 2.0 / 3, 1.0 / 3, 0.25),
                    At(X, 1.0 / 3, 2.0 / 3, 0.75))));
    }

    private static IEnumerable<Prototype> OneToTwo()
    {
        PrototypeSite a = At(A, 0, 0, 0);
        yield return new("fluorite", Stoichiometry.AX2, 225, Centering.Face, [8], MagneticOrder.Ferromagnetic,
            Fixed(Box(1, 1), a, At(X, 0.25, 0.25, 0.25), At(X, 0.75, 0.75, 0.75)));
        yield return new("rutile", Stoichiometry.AX2, 136, Centering.Primitive, [6], MagneticOrder.Antiferromagnetic,
            Varied(t => Rutile(0.305, 0.305, 1, 0.644 + 0.01 * t, A, X)));
        yield return new("calcium chloride", Stoichiometry.AX2, 58, Centering.Primitive, [6], MagneticOrder.Ferromagnetic,
            Varied(t => Rutile(0.32 + 0.005 * t, 0.28, 1.06 + 0.005 * t, 0.66, A, X)));
        yield return new("cadmium iodide", Stoichiometry.AX2, 164, Centering.Primitive, [6], MagneticOrder.Antiferromagnetic,
            Varied(t => Shape(Hexagonal(1.6 + 0.03 * t), a, At(X, 1.0 / 3, 2.0 / 3, 0.25), At(X, 2.0 / 3, 1.0 / 3, 0.75))));
        yield return new("anatase", Stoichiometry.AX2, 141, Centering.Body, [6], MagneticOrder.Ferromagnetic,
            Varied(t => Shape(Box(1, 2.51 + 0.03 * t),
                a, At(A, 0, 0.5, 0.25), At(X, 0, 0, 0.208), At(X, 0, 0, -0.208), At(X, 0, 0.5, 0.458), At(X, 0, 0.5, 0.042))));
        yield return new("high cristobalite", Stoichiometry.AX2, 227, Centering.Face, [4], MagneticOrder.Antiferromagnetic,
            Fixed(Box(1, 1), a, At(A, 0.25, 0.25, 0.25),
                At(X, 0.125, 0.125, 0.125), At(X, 0.125, -0.125, -0.125), At(X, -0.125, 0.125, -0.125), At(X, -0.125, -0.125, 0.125)));
        yield return new("molybdenite", Stoichiometry.AX2, 194, Centering.Primitive, [6], MagneticOrder.Ferromagnetic,
            Varied(t => Shape(Hexagonal(3.8 + 0.06 * t),
                At(A, 1.0 / 3, 2.0 / 3, 0.25), At(A, 2.0 / 3, 1.0 / 3, 0.75), At(X, 1.0 / 3, 2.0 / 3, 0.621),
                At(X, 2.0 / 3, 1.0 / 3, 0.121), At(X, 2.0 / 3, 1.0 / 3, 0.379), At(X, 1.0 / 3, 2.0 / 3, 0.879))));
    }

    private static IEnumerable<Prototype> TwoToOne()
    {
        PrototypeSite x = At(X, 0, 0, 0);
        yield return new(
            "antifluorite",
            Stoichiometry.A2X,
            225,
            Centering.Face,
            [4],
            MagneticOrder.Ferromagnetic,
            Fixed(Box(1, 1), x, At(A, 0.25, 0.25, 0.25), At(A, 0.75, 0.75, 0.75)));
        yield return new(
            "cuprite",
            Stoichiometry.A2X,
            224,
            Centering.Primitive,
            [2],
            MagneticOrder.Ferromagnetic,
            Fixed(
                Box(1, 1),
                x,
                At(X, 0.5, 0.5, 0.5),
                At(A, 0.25, 0.25, 0.25),
                At(A, 0.75, 0.75, 0.25),
                At(A, 0.75, 0.25, 0.75),
                At(A, 0.25, 0.75, 0.75)));
        yield return new(
            "anti cadmium iodide",
            Stoichiometry.A2X,
            164,
            Centering.Primitive,
            [3],
            MagneticOrder.Ferromagnetic,
            Varied(t => Shape(Hexagonal(1.6 + 0.03 * t), x, At(A, 1.0 / 3, 2.0 / 3, 0.25), At(A, 2.0 / 3, 1.0 / 3, 0.75))));
        yield return new(
            "antirutile",
            Stoichiometry.A2X,
            136,
            Centering.Primitive,
            [3],
            MagneticOrder.Ferromagnetic,
            Varied(t => Rutile(0.305, 0.305, 1, 0.644 + 0.01 * t, X, A)));
    }

    private static IEnumerable<Prototype> Others()
    {
        PrototypeSite a = At(A, 0, 0, 0),
            x = At(X, 0, 0, 0);
        yield return new(
            "corundum",
            Stoichiometry.A2X3,
            167,
            Centering.Rhombohedral,
            [6],
            MagneticOrder.Antiferromagnetic,
            Varied(t =>
                Shape(
                    Hexagonal(2.73 + 0.03 * t),
                    [At(A, 0, 0, 0.352), At(A, 0, 0, -0.352), At(A, 0, 0, 0.148), At(A, 0, 0, 0.852), .. Ring(0.306, X)])));
        yield return new(
            "lanthanum oxide",
            Stoichiometry.A2X3,
            164,
            Centering.Primitive,
            [7],
            MagneticOrder.Ferromagnetic,
            Varied(t =>
                Shape(
                    Hexagonal(1.56 + 0.03 * t),
                    x,
                    At(A, 1.0 / 3, 2.0 / 3, 0.245),
                    At(A, 2.0 / 3, 1.0 / 3, 0.755),
                    At(X, 1.0 / 3, 2.0 / 3, 0.645),
                    At(X, 2.0 / 3, 1.0 / 3, 0.355))));
        yield return new(
            "tetradymite",
            Stoichiometry.A2X3,
            166,
            Centering.Rhombohedral,
            [6],
            MagneticOrder.Ferromagnetic,
            Varied(t => Shape(Hexagonal(6.9 + 0.15 * t), x, At(A, 0, 0, 0.4), At(A, 0, 0, -0.4), At(X, 0, 0, 0.21), At(X, 0, 0, -0.21))));
        yield return new(
            "rhenium trioxide",
            Stoichiometry.AX3,
            221,
            Centering.Primitive,
            [6],
            MagneticOrder.Ferromagnetic,
            Fixed(Box(1, 1), a, At(X, 0.5, 0, 0), At(X, 0, 0.5, 0), At(X, 0, 0, 0.5)));
        yield return new(
            "bismuth fluoride",
            Stoichiometry.AX3,
            225,
            Centering.Face,
            [8],
            MagneticOrder.Ferromagnetic,
            Fixed(Box(1, 1), a, At(X, 0.5, 0.5, 0.5), At(X, 0.25, 0.25, 0.25), At(X, 0.75, 0.75, 0.75)));
        yield return new(
            "vanadium fluoride",
            Stoichiometry.AX3,
            167,
            Centering.Rhombohedral,
            [6],
            MagneticOrder.Antiferromagnetic,
            Varied(t => Shape(Hexagonal(2.6 + 0.04 * t), [a, At(A, 0, 0, 0.5), .. Ring(0.42 - 0.01 * t, X)])));
        yield return new(
            "anti rhenium trioxide",
            Stoichiometry.A3X,
            221,
            Centering.Primitive,
            [2],
            MagneticOrder.Ferromagnetic,
            Fixed(Box(1, 1), x, At(A, 0.5, 0, 0), At(A, 0, 0.5, 0), At(A, 0, 0, 0.5)));
        yield return new(
            "anti bismuth fluoride",
            Stoichiometry.A3X,
            225,
            Centering.Face,
            [5],
            MagneticOrder.Ferromagnetic,
            Fixed(Box(1, 1), x, At(A, 0.5, 0.5, 0.5), At(A, 0.25, 0.25, 0.25), At(A, 0.75, 0.75, 0.75)));
        yield return new(
            "lithium nitride",
            Stoichiometry.A3X,
            191,
            Centering.Primitive,
            [3],
            MagneticOrder.Ferromagnetic,
            Varied(t => Shape(Hexagonal(1.06 + 0.02 * t), x, At(A, 0, 0, 0.5), At(A, 1.0 / 3, 2.0 / 3, 0), At(A, 2.0 / 3, 1.0 / 3, 0))));
    }

    private static PrototypeShape Rutile(double u, double v, double b, double c, SiteRole metal, SiteRole other) => Shape(
        Box(b, c), At(metal, 0, 0, 0), At(metal, 0.5, 0.5, 0.5),
        At(other, u, v, 0), At(other, -u, -v, 0), At(other, 0.5 - u, 0.5 + v, 0.5), At(other, 0.5 + u, 0.5 - v, 0.5));

    // Wyckoff position 18e of space group 167, one of the three centring copies.
    private static PrototypeSite[] Ring(double x, SiteRole role) =>
    [
        At(role, x, 0, 0.25), At(role, 0, x, 0.25), At(role, -x, -x, 0.25),
        At(role, -x, 0, 0.75), At(role, 0, -x, 0.75), At(role, x, x, 0.75),
    ];
}
