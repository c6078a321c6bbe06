using System.Xml.Linq;
using Tomography.Analysis;
using Tomography.Crystals;

namespace Tomography.Reports;

/// <summary>Draws an importance table in the manner of Figures 4 and 5 of [T]: features down, targets across.</summary>
/// <remarks>A cell shows its change in percent, and below it the distances up to the upper and down to the lower bound. The colour runs from
/// blue (-10 or less, better) over white to red (+10 or more, worse). A bold outline marks significance, a hatched border the feature that is
/// the target (the positive control), grey what has no result, a small fraction the seeds of an incomplete cell. Each cell has a full sentence
/// as its title. The figure needs no style sheet and no script.</remarks>
public static class HeatmapFigure
{
    private const string Ink = "#222222";
    private const string Faint = "#6b6b6b";

    /// <summary>Draws a table in one form of importance as one <c>svg</c> element; lines end in LF.</summary>
    public static string Draw(ImportanceTable table, ImportanceForm form)
    {
        var layout = HeatmapLayout.Of(table);
        var name = table.Representation.Word() + (form == ImportanceForm.Pooled ? "-pooled" : "-paired");
        var (gradient, hatch) = ($"scale-{name}", $"hatch-{name}");
        var figure = Svg.Element(
            "svg",
            [
                ("viewBox", FormattableString.Invariant($"0 0 {layout.Width:0} {layout.Height:0}")), ("width", layout.Width), ("height", layout.Height),
                ("role", "group"), ("aria-label", $"Importance of features for targets, {table.Representation.Word()} representation, {form.Words()}"),
                ("class", "heatmap"), ("font-family", "Inter, Lato, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"), ("font-variant-numeric", "tabular-nums"),
            ],
            Svg.Element("defs", [], HeatmapLegend.Gradient(gradient), HeatmapLegend.Hatch(hatch)));

        figure.Add(Svg.Line(layout.Left - 12, layout.Top - 10, 10.5, "end", Faint, "feature \u2193   target \u2192"));
        for (var column = 0; column < table.Targets.Length; column++) figure.Add(ColumnLabel(table.Targets[column], layout.Left + (column + 0.5) * HeatmapLayout.CellWidth, layout.Top - 10));
        for (var row = 0; row < table.Features.Length; row++)
        {
            var y = layout.Top + row * HeatmapLayout.CellHeight;
            figure.Add(RowLabel(table.Features[row], layout.Left - 12, y + HeatmapLayout.CellHeight / 2 + 4));
            for (var column = 0; column < table.Targets.Length; column++)
                figure.Add(HeatmapCell.Draw(table[row, column], table.Representation, form, layout.Left + column * HeatmapLayout.CellWidth, y, hatch));
        }

        figure.Add(Grid(layout));
        figure.Add(HeatmapLegend.Draw(layout.Left, layout.Top + layout.PlotHeight + 24, gradient, hatch));
        return figure.ToString().ReplaceLineEndings("\n");
    }

    // Thin lines between cells, drawn last and below the marks' width, so that they hide no outline.
    private static XElement Grid(HeatmapLayout layout)
    {
        var lines = Enumerable.Range(0, layout.Rows + 1).Select(row => FormattableString.Invariant($"M{layout.Left} {layout.Top + row * HeatmapLayout.CellHeight}h{layout.PlotWidth}"))
            .Concat(Enumerable.Range(0, layout.Columns + 1).Select(column => FormattableString.Invariant($"M{layout.Left + column * HeatmapLayout.CellWidth} {layout.Top}v{layout.PlotHeight}")));
        return Svg.Element("path", [("d", string.Concat(lines)), ("stroke", "#d0d0d0"), ("stroke-width", 1), ("fill", "none")]);
    }

    private static XElement RowLabel(Property feature, double x, double y) => Svg.Element(
        "text",
        [("x", x), ("y", y), ("font-size", HeatmapLayout.LabelSize), ("text-anchor", "end"), ("fill", Ink)],
        feature.Name.Value,
        feature.Unit.Length == 0 ? "" : Svg.Element("tspan", [("fill", Faint)], $" ({feature.Unit})"));

    private static XElement ColumnLabel(Property target, double x, double y)
    {
        var label = Svg.Element(
            "g",
            [("transform", FormattableString.Invariant($"translate({x:0.##} {y:0.##}) rotate(-{HeatmapLayout.Angle})"))],
            Svg.Line(0, target.Unit.Length == 0 ? 0 : -5, HeatmapLayout.LabelSize, "start", Ink, target.Name.Value));
        if (target.Unit.Length > 0) label.Add(Svg.Line(4, 9, 10.5, "start", Faint, target.Unit));
        return label;
    }
}
