using System.Collections.Immutable;
using static Tomography.Phantom.PrototypeShapes;
using static Tomography.Phantom.SiteRole;

namespace Tomography.Phantom;

/// <summary>Prototypes with the molecular anions OH, O2 and O3.</summary>
internal static class MolecularPrototypes
{
    public static ImmutableArray<Prototype> All { get; } = [.. Hydroxides(), .. Peroxides(), .. Superoxides(), .. Ozonides()];

    private static IEnumerable<Prototype> Hydroxides()
    {
        yield return new(
            "lithium hydroxide",
            Stoichiometry.AlkaliHydroxide,
            129,
            Centering.Primitive,
            [4],
            MagneticOrder.Ferromagnetic,
            Varied(t =>
                Shape(
                    Box(1, 1.22 + 0.02 * t),
                    At(A, 0, 0, 0),
                    At(A, 0.5, 0.5, 0),
                    At(X, 0, 0.5, 0.194),
                    At(X, 0.5, 0, -0.194),
                    At(H, 0, 0.5, 0.435),
                    At(H, 0.5, 0, -0.435))));
        yield return new(
            "polar rocksalt hydroxide",
            Stoichiometry.AlkaliHydroxide,
            107,
            Centering.Face,
            [6],
            MagneticOrder.Ferromagnetic,
            Varied(t => Shape(Box(1, 1.15 + 0.02 * t), At(A, 0, 0, 0), At(X, 0.5, 0.5, 0.47), At(H, 0.5, 0.5, 0.69))));
        yield return new(
            "brucite",
            Stoichiometry.DivalentHydroxide,
            164,
            Centering.Primitive,
            [6],
            MagneticOrder.Antiferromagnetic,
            Varied(t =>
                Shape(
                    Hexagonal(1.52 + 0.02 * t),
                    At(A, 0, 0, 0),
                    At(X, 1.0 / 3, 2.0 / 3, 0.22),
                    At(X, 2.0 / 3, 1.0 / 3, -0.22),
                    At(H, 1.0 / 3, 2.0 / 3, 0.445),
                    At(H, 2.0 / 3, 1.0 / 3, -0.445))));
        yield return new(
            "tetragonal layered hydroxide",
            Stoichiometry.DivalentHydroxide,
            115,
            Centering.Primitive,
            [4],
            MagneticOrder.Ferromagnetic,
            Varied(t =>
                Shape(
                    Box(1, 1.5 + 0.03 * t),
                    At(A, 0, 0, 0),
                    At(X, 0.5, 0, 0.17),
                    At(X, 0, 0.5, -0.17),
                    At(H, 0.5, 0, 0.37),
                    At(H, 0, 0.5, -0.37))));
    }

    private static IEnumerable<Prototype> Peroxides()
    {
        yield return new(
            "lithium peroxide",
            Stoichiometry.AlkaliPeroxide,
            194,
            Centering.Primitive,
            [6],
            MagneticOrder.Ferromagnetic,
            Varied(t =>
                Shape(
                    Hexagonal(2.44 + 0.04 * t),
                    At(A, 0, 0, 0),
                    At(A, 0, 0, 0.5),
                    At(A, 1.0 / 3, 2.0 / 3, 0.25),
                    At(A, 2.0 / 3, 1.0 / 3, 0.75),
                    At(X, 1.0 / 3, 2.0 / 3, 0.6485),
                    At(X, 2.0 / 3, 1.0 / 3, 0.1485),
                    At(X, 2.0 / 3, 1.0 / 3, 0.3515),
                    At(X, 1.0 / 3, 2.0 / 3, 0.8515))));
        yield return new(
            "tetragonal alkali peroxide",
            Stoichiometry.AlkaliPeroxide,
            139,
            Centering.Face,
            [4],
            MagneticOrder.Ferromagnetic,
            Varied(t =>
                Shape(Box(1, 1.15 + 0.02 * t), At(A, 0.25, 0.25, 0.25), At(A, 0.75, 0.75, 0.75), At(X, 0, 0, 0.11), At(X, 0, 0, -0.11))));
        yield return new(
            "calcium carbide",
            Stoichiometry.DivalentPeroxide,
            139,
            Centering.Body,
            [10],
            MagneticOrder.Ferromagnetic,
            Dumbbell(1.72, 0.11));
        yield return new(
            "pyrite",
            Stoichiometry.DivalentPeroxide,
            205,
            Centering.Primitive,
            [6],
            MagneticOrder.Ferromagnetic,
            Pyrite(0.412));
    }

    private static IEnumerable<Prototype> Superoxides()
    {
        yield return new(
            "potassium superoxide",
            Stoichiometry.Superoxide,
            139,
            Centering.Body,
            [10],
            MagneticOrder.Ferromagnetic,
            Dumbbell(1.66, 0.098));
        yield return new(
            "sodium superoxide",
            Stoichiometry.Superoxide,
            205,
            Centering.Primitive,
            [6],
            MagneticOrder.Ferromagnetic,
            Pyrite(0.425));
        yield return new(
            "tetragonal superoxide",
            Stoichiometry.Superoxide,
            123,
            Centering.Primitive,
            [8],
            MagneticOrder.Ferromagnetic,
            Varied(t => Shape(Box(1, 1.25 + 0.03 * t), At(A, 0, 0, 0), At(X, 0.5, 0.5, 0.35), At(X, 0.5, 0.5, 0.65))));
    }

    private static IEnumerable<Prototype> Ozonides()
    {
        yield return new(
            "cesium chloride ozonide",
            Stoichiometry.Ozonide,
            25,
            Centering.Primitive,
            [12],
            MagneticOrder.Ferromagnetic,
            Varied(t =>
                Shape(Box(1.35 + 0.03 * t, 1.1), At(A, 0, 0, 0), At(X, 0.5, 0.5, 0.62), At(X, 0.5, 0.71, 0.45), At(X, 0.5, 0.29, 0.45))));
        yield return new(
            "rocksalt ozonide",
            Stoichiometry.Ozonide,
            42,
            Centering.Face,
            [9],
            MagneticOrder.Ferromagnetic,
            Varied(t =>
                Shape(Box(1.25 + 0.02 * t, 1.1), At(A, 0, 0, 0), At(X, 0.5, 0.5, 0.58), At(X, 0.5, 0.65, 0.47), At(X, 0.5, 0.35, 0.47))));
    }

    private static ImmutableArray<PrototypeShape> Dumbbell(double c, double half) =>
        Varied(t => Shape(Box(1, c + 0.03 * t), At(A, 0, 0, 0), At(X, 0, 0, 0.5 - half), At(X, 0, 0, 0.5 + half)));

    private static ImmutableArray<PrototypeShape> Pyrite(double u) => Fixed(
        Box(1, 1), At(A, 0, 0, 0), At(A, 0.5, 0, 0.5), At(A, 0, 0.5, 0.5), At(A, 0.5, 0.5, 0),
        At(X, u, u, u), At(X, 0.5 - u, -u, 0.5 + u), At(X, -u, 0.5 + u, 0.5 - u), At(X, 0.5 + u, 0.5 - u, -u),
        At(X, -u, -u, -u), At(X, 0.5 + u, u, 0.5 - u), At(X, u, 0.5 - u, 0.5 + u), At(X, 0.5 - u, 0.5 + u, u));
}
