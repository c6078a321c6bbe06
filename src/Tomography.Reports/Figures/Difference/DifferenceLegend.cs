using System.Xml.Linq;

namespace Tomography.Reports;

/// <summary>Says what the halves, frames and marks of the difference map mean.</summary>
internal static class DifferenceLegend
{
    private const string Ink = FigureColours.Ink;

    /// <summary>Draws it with its upper left corner at (x, y).</summary>
    public static IEnumerable<XElement?> Draw(double x, double y, string gradient, string hatch)
    {
        foreach (var part in HeatmapLegend.Bar(x, y, gradient)) yield return part;
        var keys = x + 288;
        yield return Svg.Box(keys, y - 4, 28, 20, ("fill", FigureColours.Faint), ("stroke", FigureColours.Soft));
        yield return Svg.Box(keys + 28, y - 4, 28, 20, ("fill", FigureColours.Paper), ("stroke", FigureColours.Soft));
        yield return Svg.Line(keys + 14, y + 10, 10, "middle", Ink, "left");
        yield return Svg.Line(keys + 42, y + 10, 10, "middle", Ink, "right");
        yield return Svg.Line(keys + 66, y + 10, 11, "start", Ink, "composition, structure");
        yield return DifferenceFigure.Frame(keys, y + 24, 56, 16);
        yield return Svg.Line(keys + 66, y + 36, 11, "start", Ink, "structure already encodes it");
        yield return HeatmapCell.ControlMark(keys, y + 48, hatch, 56, 16);
        yield return Svg.Line(keys + 66, y + 60, 11, "start", Ink, "the target is among the features");
        foreach (var part in HeatmapLegend.Marks(x, y + 80, hasFrames: false)) yield return part;
    }
}
