using System.Globalization;
using System.Xml.Linq;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>
/// Draws the trade-off over pruning thresholds: uncertainty of the edges kept, share of the weight given up, their cost, and the optimum.
/// </summary>
internal static class TradeOffFigure
{
    private const double Left = 46;
    private const double Top = 46;
    private const double PlotWidth = 500;
    private const double PlotHeight = 200;
    private const string Ink = FigureColours.Ink;

    /// <summary>The figure of a lattice.</summary>
    /// <param name="lattice">The lattice; its curve is not empty.</param>
    public static ReportFigure Of(LatticeAnalysis lattice) => new(
        $"trade-off-{lattice.Lattice.Scope()}",
        $"Trade-off over pruning thresholds, {lattice.Lattice.Scope()}.",
        "Edges whose weight, the relative reduction of the error, is below the threshold are dropped. U is the mean uncertainty of those "
            + "kept, D the share of the weight given up, and the cost is alpha U + beta D.",
        Draw(lattice.TradeOff),
        FigureData.Of(
            lattice.TradeOff.Curve,
            ("threshold", p => p.Threshold),
            ("kept", p => p.Kept),
            ("uncertainty", p => p.Uncertainty),
            ("loss", p => p.Loss),
            ("cost", p => p.Cost)));

    /// <summary>Draws the curve as one <c>svg</c> element; lines end in LF.</summary>
    /// <exception cref="ArgumentException">The curve is empty.</exception>
    public static string Draw(TradeOff tradeOff)
    {
        if (tradeOff.Optimum is not { } optimum)
            throw new ArgumentException("The trade-off has no points; expected a lattice with weights.", nameof(tradeOff));
        var most = tradeOff.Curve[^1].Threshold;
        // U and D are shares; the cost goes beyond 1 only where alpha and beta do.
        var highest = Math.Max(1, tradeOff.Curve.Max(point => point.Cost));
        var figure = Svg.Figure(
            "chart",
            Left + PlotWidth + 30,
            Top + PlotHeight + 50,
            "Trade-off between uncertain edges and lost weight over pruning thresholds",
            $"The cost is lowest at a threshold of {Percent(optimum.Threshold)}, which keeps {NumberText.Count(optimum.Kept)} of "
                + $"{NumberText.Count(tradeOff.Curve[0].Kept)} edges.");
        figure.Add(Axes(most, highest));
        figure.Add(
            Curve(tradeOff, most, highest, point => point.Uncertainty, FigureColours.Soft, 1.8, "6 4"),
            Curve(tradeOff, most, highest, point => point.Loss, FigureColours.Untrusted, 1.8, "2 3"),
            Curve(tradeOff, most, highest, point => point.Cost, FigureColours.Informs, 3, ""));
        var (x, y) = (Across(optimum.Threshold, most), Up(optimum.Cost / highest));
        figure.Add(Svg.Path(
            FormattableString.Invariant($"M{x:0.#} {Top}V{Top + PlotHeight}"), FigureColours.Informs, 1, ("stroke-dasharray", "1 3")));
        figure.Add(
            Svg.Element(
                "circle",
                [("cx", x), ("cy", y), ("r", 5), ("fill", FigureColours.Paper), ("stroke", FigureColours.Informs), ("stroke-width", 2.5)],
                Svg.Element("title", [], $"Optimum: threshold {Percent(optimum.Threshold)}, cost {NumberText.Fixed(optimum.Cost, 3)}")));
        figure.Add(
            Key(Left, FigureColours.Informs, 3, "", "cost"),
            Key(Left + 90, FigureColours.Soft, 1.8, "6 4", "U: uncertainty"),
            Key(Left + 226, FigureColours.Untrusted, 1.8, "2 3", "D: weight given up"));
        figure.Add(
            Svg.Element(
                "circle",
                [
                    ("cx", Left + 404), ("cy", 14), ("r", 5), ("fill", FigureColours.Paper),
                    ("stroke", FigureColours.Informs), ("stroke-width", 2.5),
                ]),
            Svg.Line(Left + 416, 18, 11.5, "start", Ink, "optimum"));
        return Svg.Write(figure);
    }

    // A threshold between two weights keeps the same edges as the larger of them: the curve is a staircase.
    private static XElement Curve(
        TradeOff tradeOff,
        double most,
        double highest,
        Func<TradeOffPoint, double> value,
        string colour,
        double width,
        string dashes)
    {
        var steps = tradeOff.Curve.Select(point =>
            FormattableString.Invariant($"V{Up(value(point) / highest):0.#}H{Across(point.Threshold, most):0.#}"));
        return Svg.Path(
            FormattableString.Invariant($"M{Left} {Up(value(tradeOff.Curve[0]) / highest):0.#}") + string.Concat(steps),
            colour,
            width,
            dashes.Length == 0 ? [] : [("stroke-dasharray", dashes)]);
    }

    private static IEnumerable<XElement> Axes(double most, double highest)
    {
        foreach (var share in new[] { 0, 0.5, 1 })
        {
            yield return Svg.Path(FormattableString.Invariant($"M{Left} {Up(share):0.#}h{PlotWidth}"), FigureColours.Line, 1);
            yield return Svg.Line(
                Left - 8,
                Up(share) + 4,
                11,
                "end",
                Ink,
                (share * highest).ToString("0.0#", CultureInfo.InvariantCulture));
            yield return Svg.Line(Left + share * PlotWidth, Top + PlotHeight + 18, 11, "middle", Ink, Percent(share * most));
        }

        yield return Svg.Line(
            Left + PlotWidth / 2,
            Top + PlotHeight + 38,
            11.5,
            "middle",
            Ink,
            "threshold: edges of a smaller weight are dropped");
    }

    private static IEnumerable<XElement> Key(double x, string colour, double width, string dashes, string text)
    {
        yield return Svg.Path(
            FormattableString.Invariant($"M{x:0.#} 14h28"),
            colour,
            width,
            dashes.Length == 0 ? [] : [("stroke-dasharray", dashes)]);
        yield return Svg.Line(x + 36, 18, 11.5, "start", Ink, text);
    }

    private static double Across(double threshold, double most) => Left + PlotWidth * threshold / most;

    private static double Up(double value) => Top + PlotHeight * (1 - Math.Clamp(value, 0, 1));

    private static string Percent(double fraction) => (100 * fraction).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
