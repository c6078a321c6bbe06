using System.Xml.Linq;

namespace Tomography.Reports;

/// <summary>
/// The bar at the foot of a cell whose change is beyond the colour scale: the colour no longer tells its size there, the bar does, on a
/// logarithmic scale.
/// </summary>
internal static class BeyondScale
{
    /// <summary>Length for each factor of ten beyond the end of the scale, pixels.</summary>
    public const double Decade = 30;

    private const double Shortest = 3, Longest = 66, Thickness = 2.5;

    /// <summary>Length of the bar of a change, pixels; 0 within the scale.</summary>
    /// <param name="change">The change, percent.</param>
    public static double Length(double change) => Math.Abs(change) <= DivergingScale.Limit ? 0
        : Math.Clamp(Decade * Math.Log10(Math.Abs(change) / DivergingScale.Limit), Shortest, Longest);

    /// <summary>The bar of a change; null within the scale.</summary>
    /// <param name="change">The change, percent.</param>
    /// <param name="x">Its middle, pixels.</param>
    /// <param name="y">Its upper edge, pixels.</param>
    /// <param name="ink">Its colour.</param>
    public static XElement? Bar(double change, double x, double y, string ink) => Length(change) is var length and > 0
        ? Svg.Box(x - length / 2, y, length, Thickness, ("fill", ink), ("class", "beyond"))
        : null;
}
