namespace Tomography.Reports;

/// <summary>Colours for amounts that are never negative: white at 0, dark green at 1 and beyond.</summary>
internal static class SequentialScale
{
    // Greens of ColorBrewer: they darken evenly, so they can be told without colour.
    private static readonly Rgb[] Stops =
    [
        Rgb.White,
        new(0xc7, 0xe9, 0xc0),
        new(0x74, 0xc4, 0x76),
        new(0x23, 0x8b, 0x45),
        new(0x00, 0x44, 0x1b),
    ];

    /// <summary>The colour of a share of the largest amount.</summary>
    public static Rgb ColourOf(double share)
    {
        var place = Math.Clamp(share, 0, 1) * (Stops.Length - 1);
        var below = Math.Min((int)place, Stops.Length - 2);
        return Rgb.Between(Stops[below], Stops[below + 1], place - below);
    }
}
