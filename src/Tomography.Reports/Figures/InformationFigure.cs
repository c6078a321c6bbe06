using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>
/// Draws mutual information of features (down) with targets (across) in bits; below each number the importance in each representation.
/// </summary>
/// <remarks>
/// Information is symmetric and belongs to the materials; importance is neither. The cell of a property with itself is empty.
/// </remarks>
internal static class InformationFigure
{
    private const string Id = "information";
    private const string Gradient = $"{Id}-scale";
    private const string Hatch = $"{Id}-hatch";
    private const double BarWidth = 240;

    // One line of the legend more than a heatmap has.
    private const double LegendLine = 16;

    /// <summary>The figure of a study.</summary>
    /// <param name="analysis">A study with information.</param>
    public static ReportFigure Of(StudyAnalysis analysis)
    {
        var table = analysis.Information!;
        return new(
            Id,
            "Mutual information in bits, and below it the importance.",
            $"Information: by nearest neighbours between numbers and classes, by counts between classes; at most "
                + $"{NumberText.Count(table.Samples)} materials, chance from {NumberText.Count(table.Shuffles)} shuffles. Importance: "
                + "the mean over the seeds of the change of the test error, paired by seed.",
            Draw(analysis),
            FigureData.Of(
                from cell in table.Cells
                from importance in analysis.Importance
                select (cell, importance.Representation, importance.Find(cell.Feature, cell.Target)?.Paired.Percent),
                ("feature", r => r.cell.Feature.Value),
                ("target", r => r.cell.Target.Value),
                ("bits", r => r.cell.Bits),
                ("chance_95", r => r.cell.Chance?.Level.High),
                ("reading", r => r.cell.Reading is { } reading ? ChanceWords.Of(reading) : null),
                ("materials", r => r.cell.Materials),
                ("representation", r => r.Representation.Name),
                ("change_percent", r => r.Percent?.Change)));
    }

    /// <summary>Draws the table as one <c>svg</c> element; lines end in LF. Controls have no row.</summary>
    /// <param name="analysis">A study with information.</param>
    /// <exception cref="ArgumentException">The study has none.</exception>
    public static string Draw(StudyAnalysis analysis)
    {
        var information =
            analysis.Information ?? throw new ArgumentException("The study has no information; expected a table.", nameof(analysis));
        var features = analysis.SingleFeatures.ToImmutableArray();
        var layout = HeatmapLayout.Of([.. features.Select(HeatmapRow.Of)], analysis.Targets);
        var most = Math.Max(0.5, Math.Ceiling(2 * information.Cells.Select(cell => cell.Bits ?? 0).DefaultIfEmpty().Max()) / 2);
        var figure = Svg.Figure("heatmap", layout.Width, layout.Height + LegendLine, "Mutual information of features and targets, in bits",
            $"{NumberText.Count(information.PairsThat(cell => cell.Reading == ChanceReading.MoreThanChance))} of "
                + $"{NumberText.Count(information.Pairs)} pairs share more than chance.");
        figure.Add(
            Svg.Element(
                "defs",
                [],
                Svg.Element(
                    "linearGradient",
                    [("id", Gradient)],
                    [
                        .. Enumerable
                            .Range(0, 11)
                            .Select(step =>
                                Svg.Element("stop", [("offset", step / 10.0), ("stop-color", SequentialScale.ColourOf(step / 10.0))])),
                    ]),
                HeatmapLegend.Hatch(Hatch)));
        figure.Add(HeatmapLabels.Top(layout, analysis.Targets));
        for (var row = 0; row < features.Length; row++)
        {
            figure.Add(HeatmapLabels.Row(layout, HeatmapRow.Of(features[row]), row));
            for (var column = 0; column < analysis.Targets.Length; column++)
            {
                var (x, y) = (layout.Left + column * HeatmapLayout.CellWidth, layout.TopOf(row));
                figure.Add(Cell(analysis, information, information.Find(features[row].Name, analysis.Targets[column].Name), most, x, y));
            }
        }

        figure.Add(HeatmapLabels.Grid(layout));
        figure.Add(Legend(analysis, layout.Left, layout.Top + layout.PlotHeight + 24, most));
        return Svg.Write(figure);
    }

    private static XElement Cell(
        StudyAnalysis analysis, InformationTable information, InformationCell? cell, double most, double x, double y)
    {
        if (cell is null) return Svg.Box(x, y, HeatmapLayout.CellWidth, HeatmapLayout.CellHeight, ("fill", $"url(#{Hatch})"));
        var changes = analysis.Importance.Select(table => (Word: table.Representation.Name, Change: Change(table, cell))).ToArray();
        var importance = $"Importance, paired by seed: {string.Join("; ", changes.Select(change => $"{change.Word} {change.Change}"))}.";
        var fill = cell.Bits is { } bits ? SequentialScale.ColourOf(bits / most) : (Rgb?)null;
        object colour = fill is { } known ? known : HeatmapCell.MissingFill;
        var (ink, middle) = (fill?.Ink.Hex ?? FigureColours.Soft, x + HeatmapLayout.CellWidth / 2);
        return Svg.Element(
            "g",
            [("class", "cell")],
            Svg.Element("title", [], $"{Sentence(cell, information)} {importance}"),
            Svg.Box(x, y, HeatmapLayout.CellWidth, HeatmapLayout.CellHeight, ("fill", colour)),
            Svg.Line(middle, y + 18, 13, "middle", ink, Number(cell)),
            Svg.Line(middle, y + 32, 9.5, "middle", ink, string.Join(" | ", changes.Select(change => change.Change.Replace(" %", "")))));
    }

    private static string Sentence(InformationCell cell, InformationTable information)
    {
        var both = cell.Materials < information.Materials ? $", of {NumberText.Count(cell.Materials)} that have both" : "";
        return cell is { Bits: { } bits, Chance.Level: var chance, Reading: { } reading }
            ? $"{cell.Feature} and {cell.Target} share {Bits(bits)} bits ({cell.Samples} materials{both}): {ChanceWords.Of(reading)}; of "
                + $"shuffles 95 % are below {NumberText.Plain(chance.High, 2)}."
            : $"What {cell.Feature} and {cell.Target} share is not known: {NumberText.Count(cell.Materials)} materials have both.";
    }

    private static IEnumerable<XElement> Legend(StudyAnalysis analysis, double x, double y, double most)
    {
        yield return Svg.Box(x, y, BarWidth, 12, ("fill", $"url(#{Gradient})"), ("stroke", FigureColours.Soft), ("stroke-width", 0.5));
        foreach (var share in new[] { 0, 0.5, 1 })
            yield return Svg.Line(
                x + share * BarWidth,
                y + 28,
                11,
                "middle",
                FigureColours.Ink,
                (share * most).ToString("0.##", CultureInfo.InvariantCulture));
        yield return Svg.Line(x + BarWidth / 2, y + 45, 11, "middle", FigureColours.Ink, "mutual information, bits");
        yield return Svg.Line(
            x + BarWidth + 40,
            y + 10,
            11,
            "start",
            FigureColours.Ink,
            $"below: importance in {string.Join(" | ", analysis.Importance.Select(table => table.Representation.Name))},");
        yield return Svg.Line(x + BarWidth + 40, y + 26, 11, "start", FigureColours.Ink, "% change of the test error, paired by seed");
        yield return Svg.Line(
            x + BarWidth + 40, y + 42, 11, "start", FigureColours.Ink, "(0.01): no more than chance; 0.01?: unclear");
        yield return Svg.Box(x + BarWidth + 40, y + 52, 28, 14, ("fill", $"url(#{Hatch})"));
        yield return Svg.Line(x + BarWidth + 78, y + 63, 11, "start", FigureColours.Ink, "the property itself");
    }

    private static string Change(ImportanceTable table, InformationCell cell) =>
        table.Find(cell.Feature, cell.Target)?.Paired.Percent is { } percent ? NumberText.Signed(percent.Change) + " %" : "n/a";

    private static string Number(InformationCell cell) => (cell.Bits, cell.Reading) switch
    {
        (null, _) => "n/a",
        ({ } bits, ChanceReading.NoMoreThanChance) => $"({Bits(bits)})",
        ({ } bits, ChanceReading.Unclear) => $"{Bits(bits)}?",
        ({ } bits, _) => Bits(bits),
    };

    private static string Bits(double bits) => NumberText.Fixed(bits, 2);
}
