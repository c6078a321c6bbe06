using System.Collections.Immutable;
using System.Globalization;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Draws how many materials are of each crystal system.</summary>
internal static class CrystalSystemsFigure
{
    private const double Left = 110, PlotWidth = 420, RowHeight = 24;

    /// <summary>The figure of a dataset.</summary>
    /// <param name="audit">The dataset; it states a crystal system at least once.</param>
    public static ReportFigure Of(DatasetAudit audit)
    {
        var known = audit.CrystalSystems.Sum(s => s.Count);
        return new(
            "crystal-systems",
            "Crystal systems of the dataset.",
            $"Of {NumberText.Count(known)} materials whose crystal system is stated.",
            Draw(audit.CrystalSystems, known),
            FigureData.Of(audit.CrystalSystems, ("crystal_system", s => s.Name), ("materials", s => s.Count)));
    }

    /// <summary>Draws the bars as one <c>svg</c> element; lines end in LF.</summary>
    private static string Draw(ImmutableArray<NamedCount> systems, int known)
    {
        var most = systems.MaxBy(s => s.Count)!;
        var figure = Svg.Figure(
            "chart", Left + PlotWidth + 110, systems.Length * RowHeight + 8, "Crystal systems of the dataset",
            $"The most frequent is {most.Name}, {NumberText.Count(most.Count)} of {NumberText.Count(known)} materials.");
        foreach (var (place, system) in systems.Index())
        {
            var (y, width) = (place * RowHeight + 4, PlotWidth * system.Count / Math.Max(1, most.Count));
            var share = (100.0 * system.Count / Math.Max(1, known)).ToString("0.0", CultureInfo.InvariantCulture);
            figure.Add(Svg.Element(
                "g",
                [("class", "cell")],
                Svg.Element("title", [], $"{system.Name}: {NumberText.Count(system.Count)} materials, {share} %"),
                Svg.Line(Left - 10, y + 14, 12, "end", FigureColours.Ink, system.Name),
                Svg.Box(Left, y + 3, width, RowHeight - 8, ("fill", FigureColours.Bar)),
                Svg.Line(
                    Left + width + 8, y + 14, 11, "start", FigureColours.Ink, $"{NumberText.Count(system.Count)} ({share} %)")));
        }

        return Svg.Write(figure);
    }
}
