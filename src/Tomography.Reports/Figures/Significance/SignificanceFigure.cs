using System.Collections.Immutable;
using System.Xml.Linq;
using Tomography.Analysis;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>
/// Draws Table 1 of [T]: targets down, features across, a disc where a feature counts in composition and a square where it counts in
/// structure; below, for how many targets each counts in composition and not in structure.
/// </summary>
internal static class SignificanceFigure
{
    private const double CellWidth = 44, CellHeight = 28, BarHeight = 70;
    private const string Ink = FigureColours.Ink;

    /// <summary>The figure of a table; null unless both representations were studied.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="rule">By what a feature counts, in a few words.</param>
    /// <param name="how">By what a feature counts, in a sentence.</param>
    /// <param name="targets">The rows of the table.</param>
    /// <param name="counts">The features, with the number of targets in the last column.</param>
    public static ReportFigure? Of(
        string id, string rule, string how, ImmutableArray<TargetSignificance> targets, ImmutableArray<FeatureCount>? counts) =>
        counts is not { IsEmpty: false } features ? null : new(
            id,
            $"Table 1 as a picture, {rule}.",
            $"{how} The bars count the targets for which a feature counts in composition and not in structure: what structure already "
                + "encodes.",
            Draw(rule, targets, features),
            FigureData.Of(
                from target in targets
                from feature in features
                select (target, feature.Features),
                ("target", e => e.target.Target.Value),
                ("features", e => e.Features.Label()),
                ("structure", e => Has(e.target.Structure, e.Features)),
                ("composition", e => Has(e.target.Composition, e.Features)),
                ("composition_not_structure", e => Has(e.target.CompositionOnly, e.Features))));

    /// <summary>Draws the table as one <c>svg</c> element; lines end in LF.</summary>
    internal static string Draw(string rule, ImmutableArray<TargetSignificance> targets, ImmutableArray<FeatureCount> features)
    {
        var (left, top, right) = HeatmapLayout.Room(
            targets.Max(target => target.Target.Value.Length), features.Max(feature => feature.Features.Label().Length));
        var plot = features.Length * CellWidth;
        var foot = top + targets.Length * CellHeight;
        var figure = Svg.Figure(
            "matrix",
            Math.Max(left + plot + right, left + 470),
            foot + BarHeight + 74,
            $"Table 1: features that count for each target, {rule}",
            string.Join(", ", features.Where(f => f.Count > 0).OrderByDescending(f => f.Count)
                .Select(f => $"{f.Features.Label()} {NumberText.Count(f.Count)}").DefaultIfEmpty("no feature"))
                + $" of {NumberText.Count(targets.Length)} targets in composition and not in structure.");
        foreach (var (column, feature) in features.Index())
            figure.Add(PlotText.Rising(left + (column + 0.5) * CellWidth, top - 10, feature.Features.Label()));
        foreach (var (row, target) in targets.Index())
        {
            var y = top + row * CellHeight;
            figure.Add(Svg.Line(left - 12, y + CellHeight / 2 + 4, HeatmapLayout.LabelSize, "end", Ink, target.Target.Value));
            foreach (var (column, feature) in features.Index())
                figure.Add(Cell(target, feature.Features, left + column * CellWidth, y));
        }

        figure.Add(PlotText.Grid(left, top, features.Length, targets.Length, CellWidth, CellHeight));
        foreach (var (column, feature) in features.Index()) figure.Add(Bar(feature, targets.Length, left + column * CellWidth, foot));
        figure.Add(Svg.Line(left - 12, foot + 22, 11, "end", FigureColours.Soft, "targets"));
        figure.Add(Legend(left, foot + BarHeight + 50));
        return Svg.Write(figure);
    }

    private static XElement Cell(TargetSignificance target, PropertySet features, double x, double y)
    {
        var (composition, structure) = (Has(target.Composition, features), Has(target.Structure, features));
        var isOnly = Has(target.CompositionOnly, features) == true;
        var words = (composition, structure) switch
        {
            (true, _) when isOnly => "counts in composition and not in structure",
            (true, true) => "counts in composition and in structure",
            (true, _) => "counts in composition",
            (_, true) => "counts in structure",
            _ => "counts in neither",
        };
        var cell = Svg.Element("g", [("class", "cell")], Svg.Element("title", [], $"{features.Label()} for {target.Target}: {words}"));
        cell.Add(Svg.Box(x, y, CellWidth, CellHeight, ("fill", isOnly ? FigureColours.Bar : FigureColours.Paper)));
        if (features.Contains(target.Target))
            cell.Add(Svg.Line(x + CellWidth / 2, y + CellHeight / 2 + 4, 11, "middle", FigureColours.Soft, "\u2013"));
        if (composition == true) cell.Add(Disc(x + CellWidth / 2 - 8, y + CellHeight / 2));
        if (structure == true) cell.Add(Square(x + CellWidth / 2 + 8, y + CellHeight / 2));
        return cell;
    }

    private static IEnumerable<XElement> Bar(FeatureCount feature, int targets, double x, double top)
    {
        var height = BarHeight * feature.Count / Math.Max(1, targets);
        yield return Svg.Element(
            "g",
            [("class", "cell")],
            Svg.Element(
                "title", [], $"{feature.Features.Label()}: {NumberText.Count(feature.Count)} of {NumberText.Count(targets)} targets"),
            Svg.Box(x + 8, top + 8, CellWidth - 16, height, ("fill", FigureColours.Bar)),
            Svg.Line(x + CellWidth / 2, top + 22 + height, 11, "middle", Ink, NumberText.Count(feature.Count)));
    }

    private static IEnumerable<XElement> Legend(double x, double y)
    {
        yield return Disc(x + 6, y - 4);
        yield return Svg.Line(x + 18, y, 11, "start", Ink, "in composition");
        yield return Square(x + 126, y - 4);
        yield return Svg.Line(x + 138, y, 11, "start", Ink, "in structure");
        yield return Svg.Box(x + 226, y - 13, 24, 17, ("fill", FigureColours.Bar));
        yield return Svg.Line(x + 258, y, 11, "start", Ink, "in composition, not in structure");
    }

    private static XElement Disc(double x, double y) => Svg.Element("circle", [("cx", x), ("cy", y), ("r", 5.5), ("fill", Ink)]);

    private static XElement Square(double x, double y) => Svg.Box(
        x - 4.5, y - 4.5, 9, 9, ("fill", FigureColours.Paper), ("stroke", Ink), ("stroke-width", 1.6));

    private static bool? Has(ImmutableArray<PropertySet>? sets, PropertySet features) => sets?.Contains(features);
}
