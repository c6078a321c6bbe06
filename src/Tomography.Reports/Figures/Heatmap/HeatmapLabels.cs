using System.Collections.Immutable;
using System.Xml.Linq;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>Names of the rows and columns of a heatmap, and the lines between its cells.</summary>
internal static class HeatmapLabels
{
    private const string Ink = FigureColours.Ink;
    private const string Faint = FigureColours.Soft;

    /// <summary>The corner, and the names of the targets above the columns.</summary>
    public static IEnumerable<XElement> Top(HeatmapLayout layout, ImmutableArray<Property> targets)
    {
        yield return Svg.Line(layout.Left - 12, layout.Top - 10, 10.5, "end", Faint, "feature \u2193   target \u2192");
        for (var column = 0; column < targets.Length; column++)
            yield return Column(targets[column], layout.Left + (column + 0.5) * HeatmapLayout.CellWidth, layout.Top - 10);
    }

    /// <summary>Thin lines between cells, drawn last and below the marks' width, so that they hide no outline.</summary>
    public static XElement Grid(HeatmapLayout layout)
    {
        var left = layout.Left;
        var lines =
            from block in layout.Blocks
            let top = layout.TopOf(block.First)
            let height = block.Rows * HeatmapLayout.CellHeight
            from line in Enumerable.Range(0, block.Rows + 1)
                .Select(row => FormattableString.Invariant($"M{left} {top + row * HeatmapLayout.CellHeight}h{layout.PlotWidth}"))
                .Concat(Enumerable.Range(0, layout.Columns + 1)
                    .Select(column => FormattableString.Invariant($"M{left + column * HeatmapLayout.CellWidth} {top}v{height}")))
            select line;
        return Svg.Element("path", [("d", string.Concat(lines)), ("stroke", FigureColours.Line), ("stroke-width", 1), ("fill", "none")]);
    }

    /// <summary>What the rows below the gap are; nothing where there is no gap.</summary>
    public static XElement? Controls(HeatmapLayout layout) => layout.Blocks.Length < 2 ? null : Svg.Line(
        layout.Left, layout.TopOf(layout.Features) - 7, 10.5, "start", Faint, "controls: features that can tell nothing, and the "
            + "target itself");

    /// <summary>The name of a feature before its row, by the place of the row from 0.</summary>
    public static XElement Row(HeatmapLayout layout, HeatmapRow label, int row) =>
        Svg.Element(
            "text",
            [
                ("x", layout.Left - 12),
                ("y", layout.TopOf(row) + 0.5 * HeatmapLayout.CellHeight + 4),
                ("font-size", HeatmapLayout.LabelSize),
                ("text-anchor", "end"),
                ("fill", Ink),
            ],
            label.Name,
            label.Unit.Length == 0 ? "" : Svg.Element("tspan", [("fill", Faint)], $" ({label.Unit})"));

    private static XElement Column(Property target, double x, double y)
    {
        var label = Svg.Element(
            "g",
            [("transform", FormattableString.Invariant($"translate({x:0.##} {y:0.##}) rotate(-{HeatmapLayout.Angle})"))],
            Svg.Line(0, target.Unit.Length == 0 ? 0 : -5, HeatmapLayout.LabelSize, "start", Ink, target.Name.Value));
        if (target.Unit.Length > 0) label.Add(Svg.Line(4, 9, 10.5, "start", Faint, target.Unit));
        return label;
    }
}
