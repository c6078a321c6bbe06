using System.Text;
using System.Xml.Linq;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Draws what is reached over the number of experiments: a panel per policy, with what random choice reaches on average.</summary>
internal static class LoopFigure
{
    private const double Width = 190, Height = 120, PanelWidth = Width + 50, PanelHeight = Height + 60, Left = 50, Top = 30;
    private const int PerRow = 3;

    /// <summary>The figure.</summary>
    public static ReportFigure Of(LoopAnalysis loop) => new(
        "loop-reached",
        "What is reached after each number of experiments, policy by policy.",
        "The volume that the front of the measured materials dominates, in percent of that of all materials; with one goal it is how far "
            + "the "
            + "best found lies on the way from the median to the best there is. Mean over the repeats and a band from the least to the "
            + "most; the dashed line is "
            + "what random choice reaches on average over many draws.",
        Draw(loop),
        FigureData.Of(
            loop.Outcomes.SelectMany(o => o.Reached.Index().Select(r => (Of: o, Experiments: r.Index, Value: r.Item))),
            ("policy", r => r.Of.Policy.Name),
            ("experiments", r => r.Experiments),
            ("mean", r => r.Value.Mean),
            ("least", r => r.Value.Least),
            ("most", r => r.Value.Most),
            ("random_mean", r => loop.Random[r.Experiments])));

    private static string Draw(LoopAnalysis loop)
    {
        var across = Math.Min(PerRow, loop.Outcomes.Length);
        var rows = (loop.Outcomes.Length + across - 1) / across;
        var figure = Svg.Figure(
            "chart loop", Math.Max(across * PanelWidth + 20, 420), rows * PanelHeight + 30, "What is reached by the number of experiments",
            $"{NumberText.Count(loop.Outcomes.Length)} policies, {NumberText.Count(loop.Settings.Experiments)} experiments each.");
        var least = loop.Outcomes.SelectMany(o => o.Reached.Select(r => r.Least)).Concat(loop.Random).Min();
        var up = Axis.Around([100 * least, 100], Height, 0);
        foreach (var (place, outcome) in loop.Outcomes.Index())
            figure.Add(Panel(loop, outcome, up, place % across * PanelWidth + Left, place / across * PanelHeight + Top));
        figure.Add(Legend(Left, rows * PanelHeight + 18));
        return Svg.Write(figure);
    }

    private static XElement Panel(LoopAnalysis loop, PolicyOutcome outcome, Axis up, double x, double y)
    {
        var across = new Axis(0, Math.Max(1, outcome.Reached.Length - 1), 0, Width);
        var all = Enumerable.Range(0, outcome.Reached.Length).ToArray();
        var band = $"{Line(all, i => outcome.Reached[i].Most)}L{Line([.. all.Reverse()], i => outcome.Reached[i].Least)[1..]}Z";
        return Svg.Element(
            "g", [("class", "cell"), ("transform", FormattableString.Invariant($"translate({x:0.#} {y:0.#})"))],
            Svg.Element(
                "title", [],
                $"{outcome.Policy.Name}: {NumberText.Fixed(100 * outcome.Reached[^1].Mean, 0)} % in the end, random choice "
                    + $"{NumberText.Fixed(100 * loop.Random[^1], 0)} %"),
            Svg.Line(0, -8, 12, "start", FigureColours.Ink, outcome.Policy.Name, ("font-weight", "600")),
            PlotText.Up(up, 0, Width).ToArray(),
            PlotText.Across(across, Height, Height).ToArray(),
            Svg.Element("path", [("d", band), ("fill", FigureColours.Informs), ("fill-opacity", 0.18)]),
            Svg.Path(Line(all, i => loop.Random[i]), FigureColours.Untrusted, 1.6, ("stroke-dasharray", "5 3")),
            Svg.Path(Line(all, i => outcome.Reached[i].Mean), FigureColours.Informs, 1.8),
            Svg.Path(FormattableString.Invariant($"M0 0V{Height}H{Width}"), FigureColours.Soft, 1),
            Svg.Line(Width / 2, Height + 30, 10, "middle", FigureColours.Soft, "experiments"));

        string Line(int[] places, Func<int, double> value)
        {
            var path = new StringBuilder();
            foreach (var i in places)
                path.Append(FormattableString.Invariant(
                    $"{(path.Length == 0 ? 'M' : 'L')}{across.At(i):0.#} {up.At(100 * value(i)):0.#}"));
            return path.ToString();
        }
    }

    private static IEnumerable<XElement> Legend(double x, double y)
    {
        yield return Svg.Path(FormattableString.Invariant($"M{x:0.#} {y - 4:0.#}h30"), FigureColours.Informs, 2);
        yield return Svg.Line(x + 36, y, 10.5, "start", FigureColours.Ink, "the policy, mean and range, %");
        yield return Svg.Path(
            FormattableString.Invariant($"M{x + 220:0.#} {y - 4:0.#}h30"), FigureColours.Untrusted, 2, ("stroke-dasharray", "5 3"));
        yield return Svg.Line(x + 256, y, 10.5, "start", FigureColours.Ink, "random choice, mean");
    }
}
