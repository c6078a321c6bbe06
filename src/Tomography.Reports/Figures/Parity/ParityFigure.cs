using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Tomography.Analysis;
using Tomography.Crystals;

namespace Tomography.Reports;

/// <summary>
/// Draws what the baselines predict against what is true: a panel per target and representation, squares darker for more crystals on a
/// logarithmic scale.
/// </summary>
internal static class ParityFigure
{
    private const int Square = 4, Shades = 5;
    private const double Side = ParityDensity.Steps * Square, PanelWidth = Side + 74, PanelHeight = Side + 84;
    private const int PerRow = 4;
    private const string Id = "parity", Ink = FigureColours.Ink;

    /// <summary>The figure of a study; null where no predictions are kept.</summary>
    public static ReportFigure? Of(ReportInput input) => input.Parity.IsEmpty ? null : new(
        Id,
        "Predictions of the baselines against the truth, test crystals of all seeds.",
        $"Each axis is cut into {ParityDensity.Steps} bins between the 0.2 % and the 99.8 % of the true values; what lies beyond counts at "
            + "the edge. A crystal that several seeds test counts for each of them. Shades are logarithmic; on the line a prediction is "
            + "right.",
        Draw(input.Analysis, input.Parity),
        FigureData.Of(
            input.Parity.SelectMany(density => density.Bins.Select(bin => (Density: density, Bin: bin))),
            ("target", r => r.Density.Target.Value),
            ("representation", r => r.Density.Representation.Name),
            ("true_from", r => r.Density.LowerEnd(r.Bin.True)),
            ("true_to", r => r.Density.LowerEnd(r.Bin.True + 1)),
            ("predicted_from", r => r.Density.LowerEnd(r.Bin.Predicted)),
            ("predicted_to", r => r.Density.LowerEnd(r.Bin.Predicted + 1)),
            ("count", r => r.Bin.Count)));

    /// <summary>Draws the figure as one <c>svg</c> element; lines end in LF.</summary>
    internal static string Draw(StudyAnalysis analysis, ImmutableArray<ParityDensity> densities)
    {
        // Panels of one target stand beside each other.
        var across = Math.Max(1, PerRow / analysis.Representations.Length) * analysis.Representations.Length;
        var rows = (densities.Length + across - 1) / across;
        var columns = Math.Min(across, densities.Length);
        var most = densities.Max(density => density.Bins.Max(bin => bin.Count));
        var figure = Svg.Figure(
            "chart parity",
            Math.Max(columns * PanelWidth + 10, 420),
            rows * PanelHeight + 44,
            "Predictions of the baselines against the truth",
            $"{NumberText.Count(densities.Length)} panels; {NumberText.Count(densities.Sum(density => density.Crystals))} predictions of "
                + "test crystals.");
        foreach (var (place, density) in densities.Index())
            figure.Add(Panel(analysis, density, most, place % across * PanelWidth + 60, place / across * PanelHeight + 40));
        figure.Add(Legend(most, 60, rows * PanelHeight + 24));
        return Svg.Write(figure);
    }

    /// <summary>The shade of a count, from 0 to one less than their number; logarithmic.</summary>
    internal static int Shade(int count, int most) =>
        most <= 1 ? Shades - 1 : Math.Min(Shades - 1, (int)(Shades * Math.Log(count) / Math.Log(most)));

    private static XElement Panel(StudyAnalysis analysis, ParityDensity density, int most, double x, double y)
    {
        var property = analysis.Property(density.Target);
        var baseline = analysis.Baselines.FirstOrDefault(b =>
            b.Representation == density.Representation && b.Target.Name == density.Target);
        var facts = (baseline?.R2 is { } r2 ? $"R\u00b2 {NumberText.Plain(r2, 2)}, " : "")
            + $"{NumberText.Count(density.Crystals)} crystals";
        var panel = Svg.Element(
            "g",
            [("class", "cell"), ("transform", FormattableString.Invariant($"translate({x:0.#} {y:0.#})"))],
            Svg.Element(
                "title", [], $"{density.Target}, {density.Representation.Name}: {facts}, "
                    + $"{NumberText.Count(density.Beyond)} beyond the axes"));
        panel.Add(
            Svg.Line(0, -22, 12, "start", Ink, density.Target.Value, ("font-weight", "600")),
            Svg.Line(0, -8, 10, "start", FigureColours.Soft, $"{density.Representation.Name}, {facts}"));
        // One path per shade: a square each would make the page large.
        foreach (var shade in density.Bins.GroupBy(bin => Shade(bin.Count, most)).OrderBy(group => group.Key))
            panel.Add(Svg.Element("path", [("d", Squares(shade)), ("fill", ColourOf(shade.Key)), ("class", $"shade{shade.Key}")]));
        panel.Add(
            Svg.Path(FormattableString.Invariant($"M0 {Side}L{Side} 0"), Ink, 0.8, ("stroke-dasharray", "4 3")),
            Svg.Path(FormattableString.Invariant($"M0 0V{Side}H{Side}"), FigureColours.Soft, 1));
        var axis = new Axis(density.From, density.To, 0, Side);
        foreach (var tick in axis.Ticks(3))
            panel.Add(
                Svg.Line(axis.At(tick), Side + 14, 10, "middle", Ink, axis.Text(tick, 3)),
                Svg.Line(-5, Side - axis.At(tick) + 3.5, 10, "end", Ink, axis.Text(tick, 3)));
        var unit = property.Unit.Length == 0 ? "" : $" ({property.Unit})";
        panel.Add(Svg.Line(Side / 2, Side + 29, 10, "middle", FigureColours.Soft, $"true{unit}"));
        panel.Add(PlotText.Standing(-42, Side / 2, "predicted"));
        return panel;
    }

    private static string Squares(IEnumerable<ParityBin> bins)
    {
        var path = new StringBuilder();
        foreach (var (right, up, _) in bins)
            path.Append(
                CultureInfo.InvariantCulture,
                $"M{right * Square} {(ParityDensity.Steps - 1 - up) * Square}h{Square}v{Square}h-{Square}z");
        return path.ToString();
    }

    private static Rgb ColourOf(int shade) => SequentialScale.ColourOf((shade + 1.0) / Shades);

    private static IEnumerable<XElement> Legend(int most, double x, double y)
    {
        yield return Svg.Line(x, y, 10.5, "start", Ink, "predictions in a square:");
        x += 136;
        for (var shade = 0; shade < Shades; shade++)
        {
            var count = (int)Math.Ceiling(Math.Pow(most, (double)shade / Shades) - 1e-9);
            yield return Svg.Box(x, y - 10, 14, 13, ("fill", ColourOf(shade)), ("stroke", FigureColours.Soft), ("stroke-width", 0.5));
            yield return Svg.Line(x + 19, y, 10.5, "start", Ink, $"{NumberText.Count(count)}+");
            x += 62;
        }
    }
}
