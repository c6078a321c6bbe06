using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>Draws learning curves as small multiples: a panel per target and representation, the error on a logarithmic scale.</summary>
internal static class LearningFigure
{
    private const double Width = 186, Height = 120, PanelWidth = Width + 76, PanelHeight = Height + 70;
    private const int PerRow = 4, MostPoints = 120;
    private const string Ink = FigureColours.Ink;

    /// <summary>The figure of a study; null where no error by epoch is known.</summary>
    public static ReportFigure? Of(ReportInput input)
    {
        var curves = LearningCurve.Of(input);
        return curves.IsEmpty ? null : new(
            "learning-curves",
            "Learning curves: validation error by epoch.",
            "Mean over the seeds, and a band from the smallest to the largest seed, on a logarithmic scale. The baseline, and the "
                + "model with the feature that informs and reduces the test error most, where there is one. Ticks at the foot are the "
                + "best epochs of the seeds, whose weights are tested.",
            Draw(input.Analysis, curves),
            FigureData.Of(
                curves.SelectMany(curve => curve.Epochs.Index().Select(epoch => (Curve: curve, Epoch: epoch.Index + 1, Range: epoch.Item))),
                ("target", r => r.Curve.Target.Value),
                ("representation", r => r.Curve.Representation.Name),
                ("features", r => r.Curve.Features.ToString()),
                ("epoch", r => r.Epoch),
                ("mean", r => r.Range.Mean),
                ("smallest_seed", r => r.Range.Min),
                ("largest_seed", r => r.Range.Max)));
    }

    /// <summary>Draws the figure as one <c>svg</c> element; lines end in LF.</summary>
    internal static string Draw(StudyAnalysis analysis, ImmutableArray<LearningCurve> curves)
    {
        var panels = curves.GroupBy(curve => (curve.Target, curve.Representation)).ToArray();
        var across = Math.Max(1, PerRow / analysis.Representations.Length) * analysis.Representations.Length;
        var rows = (panels.Length + across - 1) / across;
        var figure = Svg.Figure(
            "chart learning",
            Math.Max(Math.Min(across, panels.Length) * PanelWidth + 10, 520),
            rows * PanelHeight + 34,
            "Learning curves: validation error by epoch",
            $"{NumberText.Count(panels.Length)} panels of {NumberText.Count(curves.Length)} curves.");
        foreach (var (place, panel) in panels.Index())
            figure.Add(Panel(
                analysis.Property(panel.Key.Target), [.. panel], place % across * PanelWidth + 56, place / across * PanelHeight + 34));
        figure.Add(Legend(56, rows * PanelHeight + 20));
        return Svg.Write(figure);
    }

    /// <summary>The epochs that are drawn, from 0: all, or evenly many of them, the last among them.</summary>
    internal static int[] Drawn(int epochs) => epochs <= MostPoints
        ? [.. Enumerable.Range(0, epochs)]
        : [.. Enumerable.Range(0, MostPoints).Select(point => (int)((long)point * (epochs - 1) / (MostPoints - 1)))];

    private static XElement Panel(Property target, LearningCurve[] curves, double x, double y)
    {
        var named = curves.FirstOrDefault(curve => !curve.Features.IsEmpty);
        var of = $"{target.Name}, {curves[0].Representation.Name}";
        var panel = Svg.Element(
            "g",
            [("class", "cell"), ("transform", FormattableString.Invariant($"translate({x:0.#} {y:0.#})"))],
            Svg.Element("title", [], $"{of}: {string.Join("; ", curves.Select(Words))}"),
            Svg.Line(0, -18, 12, "start", Ink, target.Name.Value, ("font-weight", "600")),
            Svg.Line(
                0, -5, 10, "start", FigureColours.Soft,
                $"{curves[0].Representation.Name}{(named is null ? "" : $", with {named.Features.Label()}")}"));
        var epochs = curves.Max(curve => curve.Epochs.Length);
        var across = new Axis(1, Math.Max(2, epochs), 0, Width);
        var values = curves.SelectMany(curve => curve.Epochs).SelectMany(range => new[] { range.Min, range.Max }).Where(v => v > 0)
            .ToArray();
        var (least, most) = values.Length == 0 ? (0.1, 1) : (Math.Log10(values.Min()), Math.Log10(values.Max()));
        var up = new Axis(least, Math.Max(most, least + 0.05), Height, 0);
        foreach (var tick in LogTicks.Of(least, up.To))
            panel.Add(
                Svg.Path(FormattableString.Invariant($"M0 {up.At(Math.Log10(tick)):0.#}h{Width}"), FigureColours.Line, 1),
                Svg.Line(-5, up.At(Math.Log10(tick)) + 3.5, 10, "end", Ink, LogTicks.Text(tick)));
        foreach (var curve in curves) panel.Add(Curve(curve, across, up));
        panel.Add(Svg.Path(FormattableString.Invariant($"M0 0V{Height}H{Width}"), FigureColours.Soft, 1));
        panel.Add(Svg.Line(0, Height + 15, 10, "middle", Ink, "1"));
        panel.Add(Svg.Line(Width, Height + 15, 10, "middle", Ink, NumberText.Count(epochs)));
        var unit = target.Unit.Length == 0 ? "" : $"; error in {target.Unit}";
        panel.Add(Svg.Line(Width / 2, Height + 15, 10, "middle", FigureColours.Soft, $"epoch{unit}"));
        return panel;
    }

    private static IEnumerable<XElement> Curve(LearningCurve curve, Axis across, Axis up)
    {
        var (colour, dashes) = StyleOf(curve.Features.IsEmpty);
        var drawn = Drawn(curve.Epochs.Length);
        var back = Line(drawn.Reverse(), epoch => curve.Epochs[epoch].Min);
        var band = $"{Line(drawn, epoch => curve.Epochs[epoch].Max)}L{back[1..]}Z";
        yield return Svg.Element("path", [("d", band), ("fill", colour), ("fill-opacity", 0.18)]);
        yield return Svg.Path(Line(drawn, epoch => curve.Epochs[epoch].Mean), colour, 1.6, dashes);
        yield return Svg.Path(
            string.Concat(curve.BestEpochs.Select(epoch => FormattableString.Invariant($"M{across.At(epoch):0.#} {Height}v-6"))),
            colour,
            1.2);

        string Line(IEnumerable<int> epochs, Func<int, double> value)
        {
            var path = new StringBuilder();
            foreach (var epoch in epochs)
                path.Append(FormattableString.Invariant(
                    $"{(path.Length == 0 ? 'M' : 'L')}{across.At(epoch + 1):0.#} {up.At(Math.Log10(Math.Max(value(epoch), 1e-300))):0.#}"));
            return path.ToString();
        }
    }

    private static (string Colour, (string Name, object Value)[] Dashes) StyleOf(bool isBaseline) =>
        isBaseline ? (FigureColours.Untrusted, [("stroke-dasharray", "5 3")]) : (FigureColours.Informs, []);

    private static IEnumerable<XElement> Legend(double x, double y)
    {
        foreach (var (isBaseline, text) in new[] { (true, "baseline"), (false, "with the best feature that informs") })
        {
            var (colour, dashes) = StyleOf(isBaseline);
            yield return Svg.Path(FormattableString.Invariant($"M{x:0.#} {y - 4:0.#}h30"), colour, 2, dashes);
            yield return Svg.Line(x + 38, y, 10.5, "start", Ink, text);
            x += 130;
        }
    }

    private static string Words(LearningCurve curve) =>
        $"{(curve.Features.IsEmpty ? "baseline" : $"with {curve.Features.Label()}")}, least mean error "
            + LogTicks.Text(curve.Epochs.Min(e => e.Mean));
}
