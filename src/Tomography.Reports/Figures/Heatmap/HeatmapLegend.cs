using System.Globalization;
using System.Xml.Linq;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Draws the colour bar of a heatmap and what its marks mean.</summary>
internal static class HeatmapLegend
{
    /// <summary>Room that it takes, pixels.</summary>
    public const double Width = 640;

    /// <summary>Height that the marks of the verdicts, and the bars beyond the scale, take below the rest, pixels.</summary>
    public const double MarksHeight = 58;

    private const double BarWidth = 240;
    private const double BarHeight = 12;
    private const string Ink = FigureColours.Ink;

    /// <summary>The colour gradient that the bar is filled with.</summary>
    public static XElement Gradient(string id) =>
        Svg.Element(
            "linearGradient",
            [("id", id)],
            [
                .. Enumerable
                    .Range(0, 21)
                    .Select(step =>
                        Svg.Element("stop", [("offset", step / 20.0), ("stop-color", DivergingScale.ColourOf(step - DivergingScale.Limit))])
                    ),
            ]);

    /// <summary>The diagonal lines that mark the positive control.</summary>
    public static XElement Hatch(string id) => Svg.Element(
        "pattern",
        [("id", id), ("width", 5), ("height", 5), ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)")],
        Svg.Box(0, 0, 5, 5, ("fill", "#ffffff")),
        Svg.Box(0, 0, 2, 5, ("fill", "#8a8a8a")));

    /// <summary>Draws it with its upper left corner at (x, y).</summary>
    /// <param name="x">Left edge, pixels.</param>
    /// <param name="y">Upper edge, pixels.</param>
    /// <param name="gradient">Id of the gradient.</param>
    /// <param name="hatch">Id of the hatching.</param>
    /// <param name="hasAnswers">Whether sets that contain their target are marked too.</param>
    public static IEnumerable<XElement?> Draw(double x, double y, string gradient, string hatch, bool hasAnswers)
    {
        foreach (var part in Bar(x, y, gradient)) yield return part;
        var keys = x + BarWidth + 48;
        yield return Svg.Box(keys, y + 24, 28, 16, ("fill", "#ffffff"));
        yield return HeatmapCell.ControlMark(keys, y + 24, hatch, 28, 16);
        yield return Svg.Line(keys + 38, y + 36, 11, "start", Ink, hasAnswers ? "target among the features" : "positive control");
        yield return Svg.Box(keys, y - 2, 28, 16, ("fill", HeatmapCell.MissingFill));
        yield return Svg.Line(keys + 14, y + 10, 10, "middle", FigureColours.Soft, "n/a");
        yield return Svg.Line(keys + 38, y + 10, 11, "start", Ink, "no result");
        yield return Svg.Line(keys + 204, y + 10, 10, "middle", Ink, "3/5");
        yield return Svg.Line(keys + 228, y + 10, 11, "start", Ink, "seeds there");
        foreach (var part in Marks(x, y + 52, hasFrames: true)) yield return part;
        yield return Svg.Line(x, y + 96, 11, "start", Ink, "beyond the colours, a bar tells the size:");
        var bar = x + 224;
        foreach (var change in new[] { 20, 100, 1000 })
        {
            var length = BeyondScale.Length(change);
            yield return BeyondScale.Bar(change, bar + length / 2, y + 91, Ink);
            yield return Svg.Line(bar + length + 8, y + 96, 11, "start", Ink, $"{NumberText.Count(change)} %");
            bar += length + 62;
        }
    }

    /// <summary>The colour bar with its numbers.</summary>
    internal static IEnumerable<XElement> Bar(double x, double y, string gradient)
    {
        yield return Svg.Box(
            x, y, BarWidth, BarHeight, ("fill", $"url(#{gradient})"), ("stroke", FigureColours.Soft), ("stroke-width", 0.5));
        for (var tick = -DivergingScale.Limit; tick <= DivergingScale.Limit; tick += DivergingScale.Limit / 2)
        {
            var place = x + BarWidth * (tick + DivergingScale.Limit) / (2 * DivergingScale.Limit);
            var limit = tick == -DivergingScale.Limit ? "\u2264 " : tick == DivergingScale.Limit ? "\u2265 " : "";
            var number = tick.ToString("+0;\u22120;0", CultureInfo.InvariantCulture);
            yield return Svg.Element(
                "path",
                [("d", FormattableString.Invariant($"M{place:0.##} {y + BarHeight}v4")), ("stroke", FigureColours.Soft)]);
            yield return Svg.Line(place, y + BarHeight + 16, 11, "middle", Ink, limit + number);
        }

        yield return Svg.Line(x + BarWidth / 2, y + BarHeight + 33, 11, "middle", Ink, "change of the mean test error, %");
    }

    /// <summary>The marks of the verdicts with their words.</summary>
    internal static IEnumerable<XElement?> Marks(double x, double y, bool hasFrames)
    {
        foreach (var (verdict, width) in new[]
        {
            (VerdictKind.Informs, 112), (VerdictKind.Harms, 88), (VerdictKind.Nothing, 100), (VerdictKind.Undecided, 112),
            (VerdictKind.Untrusted, 100),
        })
        {
            if (hasFrames) yield return HeatmapMark.Frame(verdict, x, y, 24, 20, Ink);
            yield return HeatmapMark.Draw(verdict, x + 12, y + 10, Ink);
            yield return Svg.Line(x + 32, y + 14, 11, "start", Ink, verdict.Word());
            x += width;
        }
    }
}
