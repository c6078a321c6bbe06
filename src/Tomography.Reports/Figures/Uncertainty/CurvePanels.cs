using System.Text;
using System.Xml.Linq;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Draws curves as small multiples, a panel per target and representation, those of a target beside each other.</summary>
/// <param name="Kind">The class of the figure for style sheets.</param>
/// <param name="Title">What it is.</param>
/// <param name="Across">What lies along the level axis.</param>
/// <param name="Names">What the curves are, by their style.</param>
internal sealed record CurvePanels(string Kind, string Title, string Across, IReadOnlyList<string> Names)
{
    /// <summary>Width and height of the plot of a panel, pixels.</summary>
    public const double Width = 176, Height = 150;

    private const double PanelWidth = Width + 76, PanelHeight = Height + 78;
    private const int PerRow = 4;
    private const string Ink = FigureColours.Ink;

    private static readonly (string Colour, string Dashes)[] s_styles =
        [(FigureColours.Informs, ""), (FigureColours.Untrusted, "5 3"), (FigureColours.Soft, "2 3")];

    /// <summary>Whether both axes are shares, so that a line from corner to corner means agreement.</summary>
    public bool HasDiagonal { get; init; }

    /// <summary>Draws panels as one <c>svg</c> element; lines end in LF.</summary>
    public string Draw(StudyAnalysis analysis, IReadOnlyList<CurvePanel> panels)
    {
        var across = Math.Max(1, PerRow / analysis.Representations.Length) * analysis.Representations.Length;
        var rows = (panels.Count + across - 1) / across;
        var figure = Svg.Figure(
            $"chart {Kind}", Math.Max(Math.Min(across, panels.Count) * PanelWidth + 10, 640), rows * PanelHeight + 34, Title,
            $"{NumberText.Count(panels.Count)} panels of {NumberText.Count(panels.Sum(p => p.Curves.Count))} curves.");
        foreach (var (place, panel) in panels.Index())
            figure.Add(Panel(panel, place % across * PanelWidth + 56, place / across * PanelHeight + 34));
        figure.Add(Legend(56, rows * PanelHeight + 20));
        return Svg.Write(figure);
    }

    private XElement Panel(CurvePanel panel, double x, double y)
    {
        var (across, up) = (new Axis(0, 1, 0, Width), panel.Up with { Start = Height, End = 0 });
        var drawn = Svg.Element(
            "g",
            [("class", "cell"), ("transform", FormattableString.Invariant($"translate({x:0.#} {y:0.#})"))],
            Svg.Element("title", [], $"{panel.Of.Target.Value}, {panel.Of.Representation.Name}: {panel.Facts}"),
            Svg.Line(0, -18, 12, "start", Ink, panel.Of.Target.Value, ("font-weight", "600")),
            Svg.Line(0, -5, 10, "start", FigureColours.Soft, $"{panel.Of.Representation.Name}, {panel.Facts}"));
        drawn.Add(
            PlotText.Across(across, 0, Height, 4, Percent), PlotText.Up(up, 0, Width, 4, HasDiagonal ? Percent : null));
        if (HasDiagonal) drawn.Add(Svg.Path(FormattableString.Invariant($"M0 {Height}L{Width} 0"), Ink, 0.8));
        foreach (var curve in panel.Curves.OrderByDescending(c => c.Style)) drawn.Add(Line(curve, across, up));
        drawn.Add(Svg.Path(FormattableString.Invariant($"M0 0V{Height}H{Width}"), FigureColours.Soft, 1));
        drawn.Add(Svg.Line(Width / 2, Height + 30, 10, "middle", FigureColours.Soft, Across));
        return drawn;
    }

    private static string Percent(double share) => NumberText.Fixed(100 * share, 0);

    private static XElement Line(PanelCurve curve, Axis across, Axis up)
    {
        var path = new StringBuilder();
        foreach (var (x, y) in curve.Points)
            path.Append(FormattableString.Invariant($"{(path.Length == 0 ? 'M' : 'L')}{across.At(x):0.#} {up.At(y):0.#}"));
        var (colour, dashes) = s_styles[curve.Style];
        return Svg.Path(path.ToString(), colour, 1.7, dashes.Length == 0 ? [] : [("stroke-dasharray", dashes)]);
    }

    private IEnumerable<XElement> Legend(double x, double y)
    {
        foreach (var (place, name) in Names.Index())
        {
            var (colour, dashes) = s_styles[place];
            yield return Svg.Path(
                FormattableString.Invariant($"M{x:0.#} {y - 4:0.#}h30"), colour, 2,
                dashes.Length == 0 ? [] : [("stroke-dasharray", dashes)]);
            yield return Svg.Line(x + 36, y, 10.5, "start", Ink, name);
            x += 56 + 5.6 * name.Length;
        }
    }
}
