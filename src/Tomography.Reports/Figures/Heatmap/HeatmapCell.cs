using System.Globalization;
using System.Xml.Linq;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>
/// Draws one cell of a heatmap: colour by change, the change, and below it how far up and down the range goes; a mark and a frame of its
/// verdict, and a bar where the change is beyond the scale.
/// </summary>
/// <remarks>
/// A cell is a <c>g</c> of class <c>cell</c> whose attributes tell a script what it can show in place of the form that is drawn:
/// <c>data-pooled</c> and <c>data-paired</c> are change, upper and lower bound in percent, divided by blanks; <c>data-seeds</c> is like
/// <c>123:-4.2 456:-3.9</c>; <c>data-verdict</c> is the word. Texts have the classes <c>change</c>, <c>range</c> and <c>seeds</c>.
/// </remarks>
internal static class HeatmapCell
{
    /// <summary>Fill of a cell without a percentage.</summary>
    public const string MissingFill = FigureColours.Faint;

    private const double Width = HeatmapLayout.CellWidth, Height = HeatmapLayout.CellHeight;

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
        var group = Svg.Element(
            "g",
            [
                ("class", "cell " + Kind(cell, verdict, form)),
                ("data-pooled", Numbers(cell.Pooled)),
                ("data-paired", Numbers(cell.Paired)),
                ("data-seeds", Seeds(cell)),
                ("data-verdict", verdict?.Kind.Word() ?? ""),
            ],
            Svg.Element("title", [], sentence));
        var middle = x + Width / 2;
        if (cell.In(form).Percent is { } percent)
        {
            var fill = DivergingScale.ColourOf(percent.Change);
            group.Add(Svg.Box(x, y, Width, Height, ("fill", fill)));
            var ink = fill.Ink.Hex;
            var range = $"{NumberText.Up(percent.Upper - percent.Change)} {NumberText.Down(percent.Change - percent.Lower)}";
            if (verdict is not null) group.Add(HeatmapMark.Frame(verdict.Kind, x, y, Width, Height, "#000000"));
            if (verdict is not null) group.Add(HeatmapMark.Draw(verdict.Kind, x + 10, y + 10, ink));
            group.Add(
                Svg.Line(
                    middle, y + 17, 13, "middle", ink, NumberText.Signed(percent.Change),
                    ("class", "change"), ("font-weight", verdict?.Kind == VerdictKind.Informs ? "700" : "400")),
                Svg.Line(middle, y + 30.5, 9.5, "middle", ink, range, ("class", "range")),
                BeyondScale.Bar(percent.Change, x + Width / 2, y + Height - 7, ink));
            if (!cell.IsComplete) group.Add(Svg.Line(x + Width - 4, y + 10.5, 9, "end", ink, Fraction(cell), ("class", "seeds")));
        }
        else
        {
            group.Add(
                Svg.Box(x, y, Width, Height, ("fill", MissingFill)),
                Svg.Line(middle, y + 24, 12, "middle", FigureColours.Soft, "n/a", ("class", "change")));
        }

        if (cell.ContainsTarget) group.Add(ControlMark(x, y, hatch));
        return group;
    }

    /// <summary>The hatched border of the positive control, and of a set that contains the target.</summary>
    public static XElement ControlMark(double x, double y, string hatch, double width = Width, double height = Height) =>
        Svg.Box(x + 3, y + 3, width - 6, height - 6, ("fill", "none"), ("stroke", $"url(#{hatch})"), ("stroke-width", 6));

    private static string Kind(ImportanceCell cell, EdgeVerdict? verdict, ImportanceForm form) =>
        cell.In(form).Percent is null ? "missing"
        : cell.IsSelf ? "control"
        : cell.ContainsTarget ? "answer"
        : verdict?.Kind.Word() ?? "unjudged";

    private static string Fraction(ImportanceCell cell) =>
        string.Create(CultureInfo.InvariantCulture, $"{cell.PairedSeeds}/{cell.PlannedSeeds}");

    private static string Numbers(ImportanceValue value) => value.Percent is not { } percent ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{percent.Change:0.##} {percent.Upper:0.##} {percent.Lower:0.##}");

    private static string Seeds(ImportanceCell cell) => string.Join(
        ' ', cell.SeedChanges.Select(seed => string.Create(CultureInfo.InvariantCulture, $"{seed.Seed}:{100 * seed.Change:0.##}")));
}
