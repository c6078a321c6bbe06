using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Phantom;

/// <summary>Shorthands to write prototypes down.</summary>
internal static class PrototypeShapes
{
    /// <summary>Settings of a free parameter, in steps about the middle.</summary>
    private static readonly ImmutableArray<int> Steps = [-2, -1, 0, 1, 2];

    /// <summary>A site.</summary>
    public static PrototypeSite At(SiteRole role, double x, double y, double z) => new(role, new(x, y, z));

    /// <summary>A shape without free parameters.</summary>
    public static ImmutableArray<PrototypeShape> Fixed(Lattice lattice, params PrototypeSite[] sites) => [new(lattice, [.. sites])];

    /// <summary>Five shapes of a free parameter that runs over -2, -1, 0, 1, 2.</summary>
    public static ImmutableArray<PrototypeShape> Varied(Func<int, PrototypeShape> shape) => [.. Steps.Select(shape)];

    /// <summary>A shape of a list of sites.</summary>
    public static PrototypeShape Shape(Lattice lattice, params PrototypeSite[] sites) => new(lattice, [.. sites]);

    /// <summary>A rectangular cell.</summary>
    public static Lattice Box(double b, double c) => new(new(1, 0, 0), new(0, b, 0), new(0, 0, c));

    /// <summary>A hexagonal cell.</summary>
    public static Lattice Hexagonal(double c) => new(new(1, 0, 0), new(-0.5, Math.Sqrt(3) / 2, 0), new(0, 0, c));
}
