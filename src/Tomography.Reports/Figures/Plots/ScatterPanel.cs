using System.Collections.Immutable;
using System.Xml.Linq;

namespace Tomography.Reports;

/// <summary>A panel of points.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Across">What lies across.</param>
/// <param name="Up">What lies up.</param>
/// <param name="Points">The points.</param>
internal sealed record ScatterPanel(string Title, string Across, string Up, ImmutableArray<ScatterPoint> Points)
{
    /// <summary>Length of its sides, pixels.</summary>
    public const double Side = 340;

    /// <summary>Room that it takes with its labels, pixels.</summary>
    public const double Width = Side + 100, Height = Side + 84;

    private const int Steps = 8;

    // A label is left out where it would be printed over another one, over a mark or beyond the panel; pixels.
    private const double LabelRoom = 11, MarkRoom = 8, CharacterWidth = 5.2, Beside = 24;

    /// <summary>Draws panels beside each other on the same axes, above what else there is to say.</summary>
    /// <param name="panels">The panels.</param>
    /// <param name="isSquare">Whether both axes have the same numbers, with a line where they are equal.</param>
    public static IEnumerable<XElement> Draw(ImmutableArray<ScatterPanel> panels, bool isSquare)
    {
        var points = panels.SelectMany(panel => panel.Points).ToArray();
        var (across, up) = (points.Select(point => point.X).Append(0), points.Select(point => point.Y).Append(0));
        if (isSquare) across = up = [.. across, .. up];
        foreach (var (place, panel) in panels.Index())
            yield return panel.Draw(
                Axis.Around(across, 0, Side, isSquare ? Steps : 4), Axis.Around(up, Side, 0, Steps), place * Width + 66, 36, isSquare);
    }

    private XElement Draw(Axis across, Axis up, double x, double y, bool isSquare)
    {
        var panel = Svg.Element("g", [("transform", FormattableString.Invariant($"translate({x:0.#} {y:0.#})"))]);
        panel.Add(Svg.Line(0, -14, 12.5, "start", FigureColours.Ink, Title, ("font-weight", "600")));
        panel.Add(PlotText.Across(across, 0, Side, isSquare ? Steps : 4), PlotText.Up(up, 0, Side, Steps));
        panel.Add(Svg.Path(
            FormattableString.Invariant($"M{across.At(0):0.#} 0V{Side}M0 {up.At(0):0.#}H{Side}"), FigureColours.Soft, 1.2));
        if (isSquare)
            panel.Add(Svg.Path(
                FormattableString.Invariant($"M0 {Side}L{Side} 0"), FigureColours.Soft, 1, ("stroke-dasharray", "4 3")));
        var places = Points.Select(point => (X: across.At(point.X), Y: up.At(point.Y))).ToArray();
        var taken = places.Select(place => (Left: place.X - MarkRoom, Right: place.X + MarkRoom, place.Y)).ToList();
        foreach (var (point, (px, py)) in Points.Zip(places))
        {
            panel.Add(Svg.Element("g", [("class", "cell")], Svg.Element("title", [], point.Sentence), point.Mark(px, py)));
            if (point.Label.Length == 0) continue;
            var width = point.Label.Length * CharacterWidth;
            var free = new[] { px + MarkRoom + 1, px - MarkRoom - 1 - width }.Where(left => left >= 0 && left + width <= Side + Beside
                && !taken.Any(one => Math.Abs(one.Y - py) < LabelRoom && one.Left < left + width && left < one.Right)).ToArray();
            if (free.Length == 0) continue;
            taken.Add((free[0], free[0] + width, py));
            var isRight = free[0] > px;
            panel.Add(Svg.Line(
                isRight ? free[0] : free[0] + width, py + 3.5, 10, isRight ? "start" : "end", FigureColours.Ink, point.Label));
        }

        panel.Add(Svg.Line(Side / 2, Side + 34, 11, "middle", FigureColours.Ink, Across));
        panel.Add(PlotText.Standing(-48, Side / 2, Up));
        return panel;
    }
}
