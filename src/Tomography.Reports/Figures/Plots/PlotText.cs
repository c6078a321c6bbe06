using System.Xml.Linq;

namespace Tomography.Reports;

/// <summary>What plots have in common: labels and lines.</summary>
internal static class PlotText
{
    /// <summary>A label that rises to the right from a point, as above the columns of a heatmap.</summary>
    public static XElement Rising(double x, double y, string text) => Svg.Element(
        "g",
        [("transform", FormattableString.Invariant($"translate({x:0.##} {y:0.##}) rotate(-{HeatmapLayout.Angle})"))],
        Svg.Line(0, 0, HeatmapLayout.LabelSize, "start", FigureColours.Ink, text));

    /// <summary>Thin lines around cells.</summary>
    public static XElement Grid(double left, double top, int columns, int rows, double width, double height) => Svg.Path(
        string.Concat(Enumerable.Range(0, rows + 1)
            .Select(row => FormattableString.Invariant($"M{left:0.##} {top + row * height:0.##}h{columns * width:0.##}"))
            .Concat(Enumerable.Range(0, columns + 1)
                .Select(column => FormattableString.Invariant($"M{left + column * width:0.##} {top:0.##}v{rows * height:0.##}")))),
        FigureColours.Line,
        1);

    /// <summary>Ticks of an axis that lies level: a line down the plot and a number below it.</summary>
    public static IEnumerable<XElement> Across(Axis axis, double top, double bottom, int steps = 4, Func<double, string>? text = null)
    {
        foreach (var tick in axis.Ticks(steps))
        {
            yield return Svg.Path(FormattableString.Invariant($"M{axis.At(tick):0.#} {top:0.#}V{bottom:0.#}"), FigureColours.Line, 1);
            yield return Svg.Line(
                axis.At(tick), bottom + 15, 10.5, "middle", FigureColours.Ink, text?.Invoke(tick) ?? axis.Text(tick, steps));
        }
    }

    /// <summary>Ticks of an axis that stands: a line across the plot and a number before it.</summary>
    public static IEnumerable<XElement> Up(Axis axis, double left, double right, int steps = 4, Func<double, string>? text = null)
    {
        foreach (var tick in axis.Ticks(steps))
        {
            yield return Svg.Path(FormattableString.Invariant($"M{left:0.#} {axis.At(tick):0.#}H{right:0.#}"), FigureColours.Line, 1);
            yield return Svg.Line(
                left - 6, axis.At(tick) + 3.5, 10.5, "end", FigureColours.Ink, text?.Invoke(tick) ?? axis.Text(tick, steps));
        }
    }

    /// <summary>What an axis that stands is, written along it.</summary>
    public static XElement Standing(double x, double y, string text) => Svg.Element(
        "g",
        [("transform", FormattableString.Invariant($"translate({x:0.##} {y:0.##}) rotate(-90)"))],
        Svg.Line(0, 0, 11, "middle", FigureColours.Ink, text));
}
