using System.Collections.Immutable;
using System.Xml.Linq;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>
/// Draws a published table and the study over it: targets down, features across, a disc where a feature is significant as published, a
/// square where it is so here by the rule of [T], and the verdict as the colour of the cell.
/// </summary>
internal static class PublishedFigure
{
    private const double CellWidth = 44, CellHeight = 28;
    private const string Ink = FigureColours.Ink;

    /// <summary>The figures, one per representation that both have.</summary>
    public static IEnumerable<ReportFigure> All(PublishedComparison comparison) =>
        comparison.Cells.GroupBy(c => c.Representation).Select(g => new ReportFigure(
            $"published-{g.Key.Name}",
            $"The published table and this study, {g.Key.Name}.",
            "A disc stands where a feature is significant as published, a square where it is so in this study by the rule of [T]; the "
                + "colour of a cell is the verdict of this study.",
            Draw(g.Key, [.. g]),
            FigureData.Of(
                g, ("target", c => c.Target.Value), ("feature", c => c.Feature.Value), ("published", c => c.There),
                ("rule_of_t", c => c.Here(FindingRule.Pooled)), ("every_seed", c => c.Here(FindingRule.Paired)),
                ("verdict", c => c.Verdict?.Kind.Word()), ("reason", c => c.Verdict?.Reason.Word()))));

    private static string Draw(Representation representation, ImmutableArray<PublishedCell> cells)
    {
        PropertyName[] targets = [.. cells.Select(c => c.Target).Distinct()];
        PropertyName[] features = [.. cells.Select(c => c.Feature).Distinct().Order()];
        var (left, top, right) = HeatmapLayout.Room(targets.Max(t => t.Value.Length), features.Max(f => f.Value.Length));
        var foot = top + targets.Length * CellHeight;
        var figure = Svg.Figure(
            "matrix", Math.Max(left + features.Length * CellWidth + right, left + 640), foot + 46,
            $"The published table and this study, {representation.Name}",
            $"{NumberText.Count(cells.Count(c => c.There && c.Here(FindingRule.Pooled) == true))} couplings are significant in both, "
                + $"{NumberText.Count(cells.Count(c => c.There && c.Here(FindingRule.Pooled) != true))} as published alone, "
                + $"{NumberText.Count(cells.Count(c => !c.There && c.Here(FindingRule.Pooled) == true))} here alone.");
        foreach (var (column, feature) in features.Index())
            figure.Add(PlotText.Rising(left + (column + 0.5) * CellWidth, top - 10, feature.Value));
        foreach (var (row, target) in targets.Index())
        {
            var y = top + row * CellHeight;
            figure.Add(Svg.Line(left - 12, y + CellHeight / 2 + 4, HeatmapLayout.LabelSize, "end", Ink, target.Value));
            foreach (var (column, feature) in features.Index())
            {
                var x = left + column * CellWidth;
                if (cells.FirstOrDefault(c => c.Target == target && c.Feature == feature) is { } cell) figure.Add(Cell(cell, x, y));
                else figure.Add(Svg.Line(x + CellWidth / 2, y + CellHeight / 2 + 4, 11, "middle", FigureColours.Soft, "\u2013"));
            }
        }

        figure.Add(PlotText.Grid(left, top, features.Length, targets.Length, CellWidth, CellHeight));
        figure.Add(Legend(left, foot + 30));
        return Svg.Write(figure);
    }

    private static XElement Cell(PublishedCell cell, double x, double y)
    {
        var pooled = cell.Here(FindingRule.Pooled) == true;
        var element = Svg.Element("g", [("class", "cell")], Svg.Element(
            "title", [],
            $"{cell.Feature} for {cell.Target}: {(cell.There ? "significant" : "not significant")} as published; here "
                + $"{(pooled ? "significant" : "not significant")} by the rule of [T], verdict {cell.Verdict?.Words() ?? "none"}"));
        element.Add(Svg.Box(x, y, CellWidth, CellHeight, ("fill", Colour(cell.Verdict?.Kind)), Opacity(cell.Verdict?.Kind)));
        if (cell.There) element.Add(Disc(x + CellWidth / 2 - 8, y + CellHeight / 2));
        if (pooled) element.Add(Square(x + CellWidth / 2 + 8, y + CellHeight / 2));
        return element;
    }

    private static string Colour(VerdictKind? verdict) => verdict switch
    {
        VerdictKind.Informs => FigureColours.Bar,
        VerdictKind.Harms => FigureColours.Harms,
        VerdictKind.Nothing => FigureColours.Paper,
        _ => FigureColours.Faint,
    };

    // The red of marks is too strong behind marks.
    private static (string Name, object Value) Opacity(VerdictKind? verdict) =>
        ("fill-opacity", verdict == VerdictKind.Harms ? 0.5 : 1.0);

    private static IEnumerable<XElement> Legend(double x, double y)
    {
        yield return Disc(x + 6, y - 4);
        yield return Svg.Line(x + 18, y, 11, "start", Ink, "as published");
        yield return Square(x + 116, y - 4);
        yield return Svg.Line(x + 128, y, 11, "start", Ink, "here, rule of [T]");
        foreach (var (at, kind, word) in new[]
        {
            (238.0, VerdictKind.Informs, "informs"), (326, VerdictKind.Nothing, "nothing"), (418, VerdictKind.Harms, "harms"),
            (494, VerdictKind.Undecided, "not decided"),
        })
        {
            yield return Svg.Box(x + at, y - 13, 24, 17, ("fill", Colour(kind)), Opacity(kind), ("stroke", FigureColours.Line));
            yield return Svg.Line(x + at + 32, y, 11, "start", Ink, word);
        }
    }

    private static XElement Disc(double x, double y) => Svg.Element("circle", [("cx", x), ("cy", y), ("r", 5.5), ("fill", Ink)]);

    private static XElement Square(double x, double y) => Svg.Box(
        x - 4.5, y - 4.5, 9, 9, ("fill", FigureColours.Paper), ("stroke", Ink), ("stroke-width", 1.6));
}
