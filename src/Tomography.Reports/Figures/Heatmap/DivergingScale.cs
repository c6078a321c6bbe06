namespace Tomography.Reports;

/// <summary>
/// Colours for changes in percent: blue below 0 (better), white at 0, red above (worse); saturated beyond the limit ([T], Figures 4 and 5).
/// </summary>
internal static class DivergingScale
{
    /// <summary>Where the colour saturates, percent, on either side.</summary>
    public const double Limit = 10;

    // Red-blue of ColorBrewer, which people who see no red or no green tell apart, with white in the middle.
    private static readonly Rgb[] Better =
    [
        Rgb.White,
        new(0xd1, 0xe5, 0xf0),
        new(0x92, 0xc5, 0xde),
        new(0x43, 0x93, 0xc3),
        new(0x21, 0x66, 0xac),
    ];
    private static readonly Rgb[] Worse =
    [
        Rgb.White,
        new(0xfd, 0xdb, 0xc7),
        new(0xf4, 0xa5, 0x82),
        new(0xd6, 0x60, 0x4d),
        new(0xb2, 0x18, 0x2b),
    ];

    /// <summary>The colour of a change in percent.</summary>
    public static Rgb ColourOf(double change)
    {
        var stops = change < 0 ? Better : Worse;
        var place = Math.Min(Math.Abs(change) / Limit, 1) * (stops.Length - 1);
        var below = Math.Min((int)place, stops.Length - 2);
        return Rgb.Between(stops[below], stops[below + 1], place - below);
    }
}
