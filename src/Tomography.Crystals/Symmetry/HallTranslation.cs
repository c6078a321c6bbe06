using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>The translations that letters of Hall symbols stand for.</summary>
internal static class HallTranslation
{
    private static readonly Fraction s_half = new(1, 2);
    private static readonly Fraction s_quarter = new(1, 4);
    private static readonly Fraction s_third = new(1, 3);
    private static readonly Fraction s_thirds = new(2, 3);

    /// <summary>The translation of a subscript like <c>b</c> or <c>d</c>, or null.</summary>
    public static ExactVector? OfSubscript(char letter) => letter switch
    {
        'a' => new(s_half, 0, 0),
        'b' => new(0, s_half, 0),
        'c' => new(0, 0, s_half),
        'n' => new(s_half, s_half, s_half),
        'u' => new(s_quarter, 0, 0),
        'v' => new(0, s_quarter, 0),
        'w' => new(0, 0, s_quarter),
        'd' => new(s_quarter, s_quarter, s_quarter),
        _ => null,
    };

    /// <summary>The centring translations of a lattice letter, or null where it is none. R is the obverse setting.</summary>
    public static ImmutableArray<ExactVector>? OfLattice(char letter) => letter switch
    {
        'P' => [],
        'A' => [new(0, s_half, s_half)],
        'B' => [new(s_half, 0, s_half)],
        'C' => [new(s_half, s_half, 0)],
        'I' => [new(s_half, s_half, s_half)],
        'F' => [new(0, s_half, s_half), new(s_half, 0, s_half), new(s_half, s_half, 0)],
        'R' => [new(s_thirds, s_third, s_third), new(s_third, s_thirds, s_thirds)],
        'S' => [new(s_third, s_third, s_thirds), new(s_thirds, s_thirds, s_third)],
        'T' => [new(s_third, s_thirds, s_third), new(s_thirds, s_third, s_thirds)],
        'H' => [new(s_thirds, s_third, 0), new(s_third, s_thirds, 0)],
        _ => null,
    };

    /// <summary>A screw component of <paramref name="steps"/> of <paramref name="order"/> along an axis (0, 1, 2).</summary>
    public static ExactVector Screw(int steps, int order, int axis)
    {
        var part = new Fraction(steps, order);
        return new(axis == 0 ? part : 0, axis == 1 ? part : 0, axis == 2 ? part : 0);
    }
}
