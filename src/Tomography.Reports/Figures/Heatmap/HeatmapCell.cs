using System.Globalization;
using System.Xml.Linq;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>
/// Draws one cell of a heatmap: colour by change, the change, and below it how far up and down the range goes; and a mark of its verdict.
/// </summary>
internal static class HeatmapCell
{
    /// <summary>Fill of a cell without a percentage.</summary>
    public const string MissingFill = "#e4e4e4";

    /// <summary>Colour of the outline of a cell that informs.</summary>
    public const string Outline = "#000000";

    /// <summary>Draws a cell with its upper left corner at (x, y), pixels.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="verdict">The verdict on it; null where none is asked for.</param>
    /// <param name="sentence">Its title.</param>
    /// <param name="form">The form of importance.</param>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Upper edge.</param>
    /// <param name="hatch">Id of the hatching that marks features which contain the target.</param>
    public static XElement Draw(
        ImportanceCell cell, EdgeVerdict? verdict, string sentence, ImportanceForm form, double x, double y, string hatch)
    {
        var group = Svg.Element("g", [("role", "img"), ("class", Kind(cell, verdict, form))], Svg.Element("title", [], sentence));
        var middle = x + HeatmapLayout.CellWidth / 2;
        if (cell.In(form).Percent is { } percent)
        {
            var fill = DivergingScale.ColourOf(percent.Change);
            group.Add(Svg.Box(x, y, HeatmapLayout.CellWidth, HeatmapLayout.CellHeight, ("fill", fill)));
            var ink = fill.Ink.Hex;
            var range = $"{NumberText.Up(percent.Upper - percent.Change)} {NumberText.Down(percent.Change - percent.Lower)}";
            var isBold = verdict?.Kind == VerdictKind.Informs;
            if (isBold) group.Add(Frame(x, y));
            if (verdict is not null) group.Add(HeatmapMark.Draw(verdict.Kind, x + 10, y + 10, ink));
            group.Add(
                Svg.Line(middle, y + 18, 13, "middle", ink, NumberText.Signed(percent.Change), ("font-weight", isBold ? "700" : "400")),
                Svg.Line(middle, y + 32, 9.5, "middle", ink, range));
            if (!cell.IsComplete) group.Add(Svg.Line(x + HeatmapLayout.CellWidth - 4, y + 9.5, 7.5, "end", ink, Seeds(cell)));
        }
        else
        {
            group.Add(
                Svg.Box(x, y, HeatmapLayout.CellWidth, HeatmapLayout.CellHeight, ("fill", MissingFill)),
                Svg.Line(middle, y + 24, 12, "middle", "#555555", "n/a"));
        }

        if (cell.ContainsTarget) group.Add(ControlMark(x, y, hatch));
        return group;
    }

    /// <summary>The bold outline of a cell that informs.</summary>
    public static XElement Frame(
        double x,
        double y,
        double width = HeatmapLayout.CellWidth,
        double height = HeatmapLayout.CellHeight
    ) => Svg.Box(x + 1.75, y + 1.75, width - 3.5, height - 3.5, ("fill", "none"), ("stroke", Outline), ("stroke-width", 2.5));

    /// <summary>The hatched border of the positive control, and of a set that contains the target.</summary>
    public static XElement ControlMark(
        double x,
        double y,
        string hatch,
        double width = HeatmapLayout.CellWidth,
        double height = HeatmapLayout.CellHeight
    ) => Svg.Box(x + 3, y + 3, width - 6, height - 6, ("fill", "none"), ("stroke", $"url(#{hatch})"), ("stroke-width", 6));

    private static string Kind(ImportanceCell cell, EdgeVerdict? verdict, ImportanceForm form) =>
        cell.In(form).Percent is null ? "missing"
        : cell.IsSelf ? "control"
        : cell.ContainsTarget ? "answer"
        : verdict?.Kind.Word() ?? "unjudged";

    private static string Seeds(ImportanceCell cell) =>
        string.Create(CultureInfo.InvariantCulture, $"{cell.PairedSeeds}/{cell.PlannedSeeds}");
}
