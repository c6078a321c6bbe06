using System.Collections.Immutable;
using static Tomography.Phantom.PrototypeShapes;
using static Tomography.Phantom.SiteRole;

namespace Tomography.Phantom;

/// <summary>Prototypes of two or three cations and one simple anion, perovskites aside.</summary>
internal static class TernaryPrototypes
{
    public static ImmutableArray<Prototype> All { get; } = [.. OneAnion(), .. TwoAnions(), .. FourAnions(), .. SixAnions()];

    private static IEnumerable<Prototype> OneAnion()
    {
        yield return new("half-Heusler", Stoichiometry.ABX, 216, Centering.Face, [4, 4], MagneticOrder.Ferromagnetic,
            Fixed(Box(1, 1), At(A, 0.5, 0.5, 0.5), At(B, 0, 0, 0), At(X, 0.25, 0.25, 0.25)));
        yield return new("lithium gallium germanide", Stoichiometry.ABX, 186, Centering.Primitive, [6, 4], MagneticOrder.Antiferromagnetic,
            Varied(t => Shape(Hexagonal(1.64 + 0.02 * t), At(A, 0, 0, 0.66), At(A, 0, 0, 0.16), At(B, 1.0 / 3, 2.0 / 3, 0),
                At(B, 2.0 / 3, 1.0 / 3, 0.5), At(X, 1.0 / 3, 2.0 / 3, 0.375), At(X, 2.0 / 3, 1.0 / 3, 0.875))));
        yield return new("copper antimonide", Stoichiometry.ABX, 129, Centering.Primitive, [4, 5], MagneticOrder.Ferromagnetic,
            Varied(t => Shape(Box(1, 1.6 + 0.03 * t), At(A, 0, 0, 0), At(A, 0.5, 0.5, 0), At(B, 0, 0.5, 0.65), At(B, 0.5, 0, 0.35),
                At(X, 0, 0.5, 0.24), At(X, 0.5, 0, 0.76))));
    }

    private static IEnumerable<Prototype> TwoAnions()
    {
        yield return new("sodium ferrite", Stoichiometry.ABX2, 166, Centering.Rhombohedral, [6, 6], MagneticOrder.Ferromagnetic,
            Varied(t => Shape(Hexagonal(5.1 + 0.1 * t), At(A, 0, 0, 0.5), At(B, 0, 0, 0), At(X, 0, 0, 0.24), At(X, 0, 0, -0.24))));
        yield return new("delafossite", Stoichiometry.ABX2, 166, Centering.Rhombohedral, [2, 6], MagneticOrder.Antiferromagnetic,
            Varied(t => Shape(Hexagonal(5.8 + 0.1 * t), At(A, 0, 0, 0), At(B, 0, 0, 0.5), At(X, 0, 0, 0.11), At(X, 0, 0, -0.11))));
        yield return new("chalcopyrite", Stoichiometry.ABX2, 122, Centering.Body, [4, 4], MagneticOrder.Antiferromagnetic,
            Varied(t => Shape(Box(1, 1.96 + 0.015 * t), At(A, 0, 0, 0), At(A, 0, 0.5, 0.25), At(B, 0, 0, 0.5), At(B, 0, 0.5, 0.75),
                At(X, 0.26, 0.25, 0.125), At(X, -0.26, 0.75, 0.125), At(X, 0.75, 0.26, 0.875), At(X, 0.25, -0.26, 0.875))));
        yield return new("tetragonal ordered rocksalt", Stoichiometry.ABX2, 123, Centering.Primitive, [6, 6], MagneticOrder.Ferromagnetic,
            Varied(t => Shape(Box(1, 1.46 + 0.02 * t), At(A, 0, 0, 0), At(B, 0.5, 0.5, 0.5), At(X, 0.5, 0.5, 0), At(X, 0, 0, 0.5))));
    }

    private static IEnumerable<Prototype> FourAnions()
    {
        yield return new("spinel", Stoichiometry.A2BX4, 227, Centering.Face, [6, 4], MagneticOrder.Ferrimagnetic,
            Varied(t => Spinel(0.385 + 0.003 * t)));
        yield return new("potassium nickel fluoride", Stoichiometry.A2BX4, 139, Centering.Body, [9, 6], MagneticOrder.Antiferromagnetic,
            Varied(t => Shape(Box(1, 3.25 + 0.04 * t), At(B, 0, 0, 0), At(A, 0, 0, 0.355), At(A, 0, 0, -0.355),
                At(X, 0, 0.5, 0), At(X, 0.5, 0, 0), At(X, 0, 0, 0.155), At(X, 0, 0, -0.155))));
        yield return new("olivine", Stoichiometry.A2BX4, 62, Centering.Primitive, [6, 4], MagneticOrder.Antiferromagnetic,
            Varied(t => Shape(Box(0.586, 0.466 + 0.005 * t),
            [
                At(A, 0, 0, 0), At(A, 0.5, 0, 0.5), At(A, 0, 0.5, 0), At(A, 0.5, 0.5, 0.5),
                .. Mirror(A, 0.2777, 0.9915), .. Mirror(B, 0.0941, 0.4265), .. Mirror(X, 0.0916, 0.7661), .. Mirror(X, 0.4474, 0.2218),
                .. General(X, 0.1634, 0.0331, 0.2774),
            ])));
    }

    private static IEnumerable<Prototype> SixAnions()
    {
        yield return new(
            "elpasolite",
            Stoichiometry.A2BCX6,
            225,
            Centering.Face,
            [12, 6, 6],
            MagneticOrder.Ferrimagnetic,
            Varied(t => Elpasolite(0.25 + 0.007 * t)));
        yield return new(
            "layered double perovskite",
            Stoichiometry.A2BCX6,
            123,
            Centering.Primitive,
            [12, 6, 6],
            MagneticOrder.Ferromagnetic,
            Varied(t =>
                Shape(
                    Box(1, 2.03 + 0.01 * t),
                    At(A, 0.5, 0.5, 0.25),
                    At(A, 0.5, 0.5, 0.75),
                    At(B, 0, 0, 0),
                    At(C, 0, 0, 0.5),
                    At(X, 0.5, 0, 0),
                    At(X, 0, 0.5, 0),
                    At(X, 0.5, 0, 0.5),
                    At(X, 0, 0.5, 0.5),
                    At(X, 0, 0, 0.255),
                    At(X, 0, 0, -0.255))));
        yield return new(
            "columnar double perovskite",
            Stoichiometry.A2BCX6,
            123,
            Centering.Primitive,
            [12, 6, 6],
            MagneticOrder.Antiferromagnetic,
            Varied(t =>
                Shape(
                    Box(1, 0.68 + 0.008 * t),
                    At(A, 0.5, 0, 0.5),
                    At(A, 0, 0.5, 0.5),
                    At(B, 0, 0, 0),
                    At(C, 0.5, 0.5, 0),
                    At(X, 0.25, 0.25, 0),
                    At(X, -0.25, 0.25, 0),
                    At(X, 0.25, -0.25, 0),
                    At(X, -0.25, -0.25, 0),
                    At(X, 0, 0, 0.5),
                    At(X, 0.5, 0.5, 0.5))));
    }

    private static PrototypeShape Elpasolite(double x) => Shape(
        Box(1, 1), At(A, 0.25, 0.25, 0.25), At(A, 0.75, 0.75, 0.75), At(B, 0, 0, 0), At(C, 0.5, 0.5, 0.5),
        At(X, x, 0, 0), At(X, -x, 0, 0), At(X, 0, x, 0), At(X, 0, -x, 0), At(X, 0, 0, x), At(X, 0, 0, -x));

    // Space group 227, origin choice 1.
    private static PrototypeShape Spinel(double u) => Shape(
        Box(1, 1), At(B, 0, 0, 0), At(B, 0.25, 0.25, 0.25),
        At(A, 0.625, 0.625, 0.625), At(A, 0.625, 0.875, 0.875), At(A, 0.875, 0.625, 0.875), At(A, 0.875, 0.875, 0.625),
        At(X, u, u, u), At(X, u, -u, -u), At(X, -u, u, -u), At(X, -u, -u, u),
        At(X, 0.25 - u, 0.25 - u, 0.25 - u), At(X, 0.25 - u, 0.25 + u, 0.25 + u),
        At(X, 0.25 + u, 0.25 - u, 0.25 + u), At(X, 0.25 + u, 0.25 + u, 0.25 - u));

    /// <summary>Wyckoff position 4c of space group 62 (Pnma).</summary>
    internal static IEnumerable<PrototypeSite> Mirror(SiteRole role, double x, double z) =>
        [At(role, x, 0.25, z), At(role, 0.5 - x, 0.75, z + 0.5), At(role, -x, 0.75, -z), At(role, x + 0.5, 0.25, 0.5 - z)];

    /// <summary>Wyckoff position 8d of space group 62 (Pnma).</summary>
    internal static IEnumerable<PrototypeSite> General(SiteRole role, double x, double y, double z) =>
    [
        At(role, x, y, z), At(role, 0.5 - x, -y, z + 0.5), At(role, -x, y + 0.5, -z), At(role, x + 0.5, 0.5 - y, 0.5 - z),
        At(role, -x, -y, -z), At(role, x + 0.5, y, 0.5 - z), At(role, x, 0.5 - y, z), At(role, 0.5 - x, y + 0.5, z + 0.5),
    ];
}
