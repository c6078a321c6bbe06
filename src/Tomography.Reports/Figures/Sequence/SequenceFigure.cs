using System.Text;
using System.Xml.Linq;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Draws test errors by the number of labels, with and without a start, both on logarithmic scales.</summary>
internal static class SequenceFigure
{
    private const double Width = 186, Height = 130, PanelWidth = Width + 76, PanelHeight = Height + 78;
    private const int PerRow = 4, MostLetters = 46;
    private const string Ink = FigureColours.Ink;

    private static readonly (string Name, string Colour, string Dashes, Func<SequencePoint, ErrorRange?> Of)[] s_curves =
    [
        ("alone", FigureColours.Untrusted, "5 3", p => p.Alone),
        ("started from noise", FigureColours.Soft, "2 3", p => p.Control),
        ("started from the source", FigureColours.Informs, "", p => p.Started),
    ];

    /// <summary>The figure; null where no number of labels or no error is known.</summary>
    public static ReportFigure? Of(StudyAnalysis analysis, SequenceAnalysis sequence)
    {
        var panels = SequencePanel.Of(analysis, sequence);
        return panels.Length == 0 ? null : new(
            "starts",
            "Test error by the number of labels, with and without a start from a trained model.",
            "Mean over the seeds, and a band from the smallest to the largest seed, on logarithmic scales. Fewer labels are a part of "
                + "more, and all models of a seed are tested on the same crystals. A source helps where its curve lies below both others.",
            Draw(panels),
            FigureData.Of(
                panels.SelectMany(panel => panel.Points),
                ("representation", p => p.Verdict.Representation.Name),
                ("source", p => p.Source.Label()),
                ("target", p => p.Verdict.Target.Value),
                ("labels", p => p.Trained),
                ("started", p => p.Started?.Mean),
                ("from_noise", p => p.Control?.Mean),
                ("alone", p => p.Alone?.Mean),
                ("verdict", p => p.Verdict.Kind.Word())));
    }

    /// <summary>Draws the panels as one <c>svg</c> element; lines end in LF.</summary>
    internal static string Draw(IReadOnlyList<SequencePanel> panels)
    {
        var rows = (panels.Count + PerRow - 1) / PerRow;
        var figure = Svg.Figure(
            "chart starts", Math.Max(Math.Min(PerRow, panels.Count) * PanelWidth + 10, 560), rows * PanelHeight + 34,
            "Test error by the number of labels", $"{NumberText.Count(panels.Count)} panels of {s_curves.Length} curves.");
        foreach (var (place, panel) in panels.Index())
            figure.Add(Panel(panel, place % PerRow * PanelWidth + 56, place / PerRow * PanelHeight + 34));
        figure.Add(Legend(56, rows * PanelHeight + 20));
        return Svg.Write(figure);
    }

    private static XElement Panel(SequencePanel panel, double x, double y)
    {
        var of = panel.Points[0].Verdict;
        var errors = panel.Points.SelectMany(p => s_curves.Select(c => c.Of(p))).OfType<ErrorRange>()
            .SelectMany(r => new[] { r.Min, r.Max }).Where(v => v > 0).ToArray();
        var across = AxisOf([.. panel.Points.Select(p => p.Trained!.Value)], 0, Width);
        var up = AxisOf(errors, Height, 0);
        var drawn = Svg.Element(
            "g",
            [("class", "cell"), ("transform", FormattableString.Invariant($"translate({x:0.#} {y:0.#})"))],
            Svg.Element(
                "title", [],
                $"{of.Target}, {of.Representation.Name}, started from {panel.Points[0].Source.Label()}: "
                    + string.Join(", ", panel.Points.Select(p => $"{LogTicks.Text(p.Trained!.Value)} labels {p.Verdict.Kind.Word()}"))),
            Svg.Line(0, -18, 12, "start", Ink, of.Target.Value, ("font-weight", "600")),
            Svg.Line(0, -5, 10, "start", FigureColours.Soft, Short($"{of.Representation.Name}, from {panel.Points[0].Source.Label()}")));
        foreach (var tick in LogTicks.Of(up.From, up.To))
            drawn.Add(
                Svg.Path(FormattableString.Invariant($"M0 {up.At(Math.Log10(tick)):0.#}h{Width}"), FigureColours.Line, 1),
                Svg.Line(-5, up.At(Math.Log10(tick)) + 3.5, 10, "end", Ink, LogTicks.Text(tick)));
        foreach (var point in panel.Points)
            drawn.Add(Svg.Line(
                across.At(Math.Log10(point.Trained!.Value)), Height + 15, 10, "middle", Ink, LogTicks.Text(point.Trained.Value)));
        foreach (var (_, colour, dashes, range) in s_curves) drawn.Add(Curve(panel.Points, range, colour, dashes, across, up));
        drawn.Add(Svg.Path(FormattableString.Invariant($"M0 0V{Height}H{Width}"), FigureColours.Soft, 1));
        var unit = panel.Unit.Length == 0 ? "" : $"; error in {panel.Unit}";
        drawn.Add(Svg.Line(Width / 2, Height + 30, 10, "middle", FigureColours.Soft, $"labels{unit}"));
        return drawn;
    }

    // What is wider than a panel would run into the next, or be cut off at the edge; the title of the panel has all of it.
    private static string Short(string text) => text.Length <= MostLetters ? text : $"{text[..(MostLetters - 1)].TrimEnd()}\u2026";

    private static IEnumerable<XElement> Curve(
        IReadOnlyList<SequencePoint> points, Func<SequencePoint, ErrorRange?> range, string colour, string dashes, Axis across, Axis up)
    {
        var known = points.Where(p => range(p) is not null)
            .Select(p => (X: across.At(Math.Log10(p.Trained!.Value)), Range: range(p)!.Value)).ToArray();
        if (known.Length == 0) yield break;
        var back = Line(known.Reverse(), r => r.Min);
        yield return Svg.Element(
            "path", [("d", $"{Line(known, r => r.Max)}L{back[1..]}Z"), ("fill", colour), ("fill-opacity", 0.15)]);
        yield return Svg.Path(Line(known, r => r.Mean), colour, 1.6, dashes.Length == 0 ? [] : [("stroke-dasharray", dashes)]);
        foreach (var (x, r) in known)
            yield return Svg.Element(
                "circle",
                [("cx", FormattableString.Invariant($"{x:0.#}")), ("cy", FormattableString.Invariant($"{Of(r.Mean):0.#}")), ("r", "2.6"),
                    ("fill", colour)]);

        double Of(double error) => up.At(Math.Log10(Math.Max(error, 1e-300)));

        string Line(IEnumerable<(double X, ErrorRange Range)> along, Func<ErrorRange, double> value)
        {
            var path = new StringBuilder();
            foreach (var (x, r) in along)
                path.Append(FormattableString.Invariant($"{(path.Length == 0 ? 'M' : 'L')}{x:0.#} {Of(value(r)):0.#}"));
            return path.ToString();
        }
    }

    private static IEnumerable<XElement> Legend(double x, double y)
    {
        foreach (var (name, colour, dashes, _) in s_curves)
        {
            yield return Svg.Path(
                FormattableString.Invariant($"M{x:0.#} {y - 4:0.#}h30"), colour, 2,
                dashes.Length == 0 ? [] : [("stroke-dasharray", dashes)]);
            yield return Svg.Line(x + 38, y, 10.5, "start", Ink, name);
            x += 62 + 5.6 * name.Length;
        }
    }

    private static Axis AxisOf(double[] values, double start, double end)
    {
        var (least, most) = values.Length == 0 ? (-1.0, 0.0) : (Math.Log10(values.Min()), Math.Log10(values.Max()));
        return most - least < 0.05 ? new(least - 0.05, most + 0.05, start, end) : new(least, most, start, end);
    }
}
