using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Draws how far measured properties single out a material, a panel per representation.</summary>
internal static class RetrievalFigure
{
    private const double Width = 300, Height = 220, PanelWidth = Width + 84, Top = 40;
    private const string Ink = FigureColours.Ink;

    private static readonly ImmutableArray<(RetrievalMethod Method, RetrievalOrder Order, string Name, string Colour, string Dashes)>
        s_styles =
        [
            (RetrievalMethod.Measured, RetrievalOrder.Best, "perfect predictions", FigureColours.Soft, ""),
            (RetrievalMethod.Likelihood, RetrievalOrder.Best, "best order", FigureColours.Informs, ""),
            (RetrievalMethod.Likelihood, RetrievalOrder.Lattice, "order of the lattice", FigureColours.Informs, "6 3"),
            (RetrievalMethod.Likelihood, RetrievalOrder.Worst, "worst order", FigureColours.Informs, "2 3"),
            (RetrievalMethod.Neighbours, RetrievalOrder.Best, "nearest neighbours", FigureColours.Untrusted, "5 3"),
        ];

    /// <summary>The figure.</summary>
    /// <param name="all">At least one representation.</param>
    public static ReportFigure Of(ImmutableArray<RetrievalAnalysis> all) => new(
        "retrieval",
        "Bits about which candidate an unknown material is, by the number of properties that are measured of it.",
        "Candidates are the test crystals, known by what baselines predict of them, which did not learn from them. Chance is 0; the line "
            + "on top is certainty. How errors scatter, and the best and the worst order, are taken from the validation part. Bands are "
            + "95 % intervals over seeds, of the best order.",
        Draw(all),
        FigureData.Of(
            from one in all from curve in one.Curves from point in curve.Points select (One: one, Curve: curve, Point: point),
            ("representation", r => r.One.Representation.Name),
            ("method", r => r.Curve.Method.ToString().ToLowerInvariant()),
            ("order", r => r.Curve.Order.ToString().ToLowerInvariant()),
            ("count", r => r.Point.Count),
            ("property", r => r.Point.Property.Value),
            ("bits", r => r.Point.Bits),
            ("reach", r => r.Point.Reach),
            ("median_rank", r => r.Point.MedianRank)));

    private static string Draw(ImmutableArray<RetrievalAnalysis> all)
    {
        var figure = Svg.Figure(
            "chart retrieval", Math.Max(all.Length * PanelWidth + 10, 620), Height + Top + 92, "Retrieval by measured properties",
            $"{NumberText.Count(all.Length)} panels of {NumberText.Count(s_styles.Length)} curves.");
        foreach (var (place, one) in all.Index()) figure.Add(Panel(one, place * PanelWidth + 56, Top));
        figure.Add(Legend(56, Height + Top + 58));
        return Svg.Write(figure);
    }

    private static XElement Panel(RetrievalAnalysis one, double x, double y)
    {
        var count = one.Properties.Length;
        var across = new Axis(0, count, 0, Width);
        var up = Axis.Around([0, one.MostBits, .. one.Curves.SelectMany(c => c.Points).Select(p => p.Bits)], Height, 0);
        var panel = Svg.Element(
            "g", [("transform", FormattableString.Invariant($"translate({x:0.#} {y:0.#})"))],
            Svg.Line(0, -22, 12, "start", Ink, one.Representation.Name, ("font-weight", "600")),
            Svg.Line(0, -8, 10, "start", FigureColours.Soft, $"{NumberText.Count((int)Math.Round(one.Candidates))} candidates; bits"),
            PlotText.Up(up, 0, Width));
        for (var k = 0; k <= count; k++)
            panel.Add(Svg.Line(across.At(k), Height + 15, 10.5, "middle", Ink, NumberText.Count(k)));
        panel.Add(Svg.Line(Width / 2, Height + 32, 10.5, "middle", FigureColours.Soft, "properties measured"));
        panel.Add(Svg.Path(FormattableString.Invariant($"M0 {up.At(one.MostBits):0.#}H{Width}"), Ink, 1));
        panel.Add(Svg.Path(FormattableString.Invariant($"M0 {up.At(one.FormulaBits):0.#}H{Width}"), Ink, 0.8, ("stroke-dasharray", "1 3")));
        panel.Add(Svg.Line(Width - 2, up.At(one.MostBits) - 4, 9.5, "end", FigureColours.Soft, "structure itself"));
        panel.Add(Svg.Line(Width - 2, up.At(one.FormulaBits) + 11, 9.5, "end", FigureColours.Soft, "formula alone"));
        if (one.Curve(RetrievalMethod.Likelihood, RetrievalOrder.Best) is { } best) panel.Add(Band(best, across, up));
        foreach (var style in s_styles)
            if (one.Curve(style.Method, style.Order) is { } curve)
                panel.Add(Line(one, curve, style.Name, style.Colour, style.Dashes, across, up));
        panel.Add(Svg.Path(FormattableString.Invariant($"M0 0V{Height}H{Width}"), FigureColours.Soft, 1));
        return panel;
    }

    private static XElement Band(RetrievalCurve curve, Axis across, Axis up)
    {
        var (above, below) = (new StringBuilder(), new StringBuilder());
        foreach (var p in curve.Points)
            above.Append(FormattableString.Invariant($"L{across.At(p.Count):0.#} {up.At(p.Bits + (p.Reach ?? 0)):0.#}"));
        foreach (var p in curve.Points.Reverse())
            below.Append(FormattableString.Invariant($"L{across.At(p.Count):0.#} {up.At(p.Bits - (p.Reach ?? 0)):0.#}"));
        return Svg.Element(
            "path",
            [
                ("d", FormattableString.Invariant($"M0 {up.At(0):0.#}{above}{below}Z")), ("fill", FigureColours.Informs),
                ("fill-opacity", 0.15),
            ]);
    }

    private static XElement Line(
        RetrievalAnalysis one, RetrievalCurve curve, string name, string colour, string dashes, Axis across, Axis up)
    {
        var path = new StringBuilder(FormattableString.Invariant($"M0 {up.At(0):0.#}"));
        var line = Svg.Element("g", []);
        foreach (var point in curve.Points)
            path.Append(FormattableString.Invariant($"L{across.At(point.Count):0.#} {up.At(point.Bits):0.#}"));
        line.Add(Svg.Path(path.ToString(), colour, 1.8, dashes.Length == 0 ? [] : [("stroke-dasharray", dashes)]));
        foreach (var point in curve.Points)
            line.Add(Svg.Element(
                "circle", [("class", "cell"), ("cx", across.At(point.Count)), ("cy", up.At(point.Bits)), ("r", 2.6), ("fill", colour)],
                Svg.Element("title", [], $"{one.Representation.Name}, {name}, {point.Count} with {point.Property}: "
                    + $"{NumberText.Plain(point.Bits, 2)} bits, median place {NumberText.Plain(point.MedianRank, 1)}")));
        return line;
    }

    private static IEnumerable<XElement> Legend(double x, double y)
    {
        foreach (var style in s_styles)
        {
            if (x > 480) (x, y) = (56, y + 18);
            yield return Svg.Path(
                FormattableString.Invariant($"M{x:0.#} {y - 4:0.#}h30"), style.Colour, 2,
                style.Dashes.Length == 0 ? [] : [("stroke-dasharray", style.Dashes)]);
            yield return Svg.Line(x + 36, y, 10.5, "start", Ink, style.Name);
            x += 56 + 5.8 * style.Name.Length;
        }
    }
}
