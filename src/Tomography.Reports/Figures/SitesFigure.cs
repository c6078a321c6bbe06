using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Draws how many materials have how many sites per cell, in bins of equal width.</summary>
internal static class SitesFigure
{
    private const double Left = 56, Top = 12, PlotWidth = 700, PlotHeight = 190, MostBins = 40;
    private const string Ink = FigureColours.Ink;

    /// <summary>The figure of a dataset's cells.</summary>
    public static ReportFigure Of(CellAudit cells) => new(
        "sites",
        $"Sites per cell: {NumberText.Count(cells.Sites[0].Sites)} to {NumberText.Count(cells.Sites[^1].Sites)}, the middle cell has "
            + $"{NumberText.Count(cells.MedianSites)}.",
        "Each bar counts the materials whose cell has so many sites; all bars are equally wide.",
        Draw(cells),
        FigureData.Of(cells.Sites, ("sites", s => s.Sites), ("materials", s => s.Materials)));

    /// <summary>Draws the histogram as one <c>svg</c> element; lines end in LF.</summary>
    public static string Draw(CellAudit cells)
    {
        var bins = Bins(cells.Sites);
        var (most, width) = (bins.Max(b => b.Materials), PlotWidth / bins.Length);
        var figure = Svg.Figure("chart", Left + PlotWidth + 20, Top + PlotHeight + 48, "Histogram of the number of sites per cell",
            $"From {NumberText.Count(cells.Sites[0].Sites)} to {NumberText.Count(cells.Sites[^1].Sites)} sites; the middle cell has "
                + $"{NumberText.Count(cells.MedianSites)}.");
        var step = Step(most / 5.0);
        for (var tick = 0; tick <= most; tick += step)
        {
            var y = Top + PlotHeight * (1 - (double)tick / most);
            figure.Add(
                Svg.Path(FormattableString.Invariant($"M{Left} {y:0.#}h{PlotWidth}"), FigureColours.Line, 1),
                Svg.Line(Left - 8, y + 4, 11, "end", Ink, NumberText.Count(tick)));
        }

        // As many labels as there is room for.
        var every = Math.Max(1, (int)Math.Ceiling(bins.Length * 44.0 / PlotWidth));
        for (var i = 0; i < bins.Length; i++) figure.Add(Bar(bins[i], Left + i * width, width, most, isLabelled: i % every == 0));
        figure.Add(Svg.Line(Left + PlotWidth / 2, Top + PlotHeight + 38, 11.5, "middle", Ink, "sites per cell"));
        return Svg.Write(figure);
    }

    private static IEnumerable<XElement> Bar((int From, int To, int Materials) bin, double x, double width, int most, bool isLabelled)
    {
        var height = PlotHeight * bin.Materials / most;
        var range = bin.From == bin.To ? $"{bin.From}" : string.Create(CultureInfo.InvariantCulture, $"{bin.From}\u2013{bin.To}");
        yield return Svg.Element(
            "g", [("class", "cell")],
            Svg.Element("title", [], $"{range} sites: {NumberText.Count(bin.Materials)} materials"),
            Svg.Box(x + 1, Top + PlotHeight - height, width - 2, height, ("fill", FigureColours.Bar)));
        if (isLabelled) yield return Svg.Line(x + width / 2, Top + PlotHeight + 17, 11, "middle", Ink, range);
    }

    /// <summary>Bins from 1 to the largest cell, each as wide as the others.</summary>
    internal static ImmutableArray<(int From, int To, int Materials)> Bins(ImmutableArray<SiteCount> sites)
    {
        var largest = sites[^1].Sites;
        var width = Step(largest / MostBins);
        return
        [
            .. Enumerable.Range(0, (largest + width - 1) / width).Select(i =>
            {
                var (from, to) = (i * width + 1, (i + 1) * width);
                return (from, to, sites.Where(s => s.Sites >= from && s.Sites <= to).Sum(s => s.Materials));
            }),
        ];
    }

    /// <summary>The smallest of 1, 2, 5, 10, 20, ... that is not below a number.</summary>
    private static int Step(double least)
    {
        for (var power = 1; ; power *= 10)
            foreach (var factor in (int[])[1, 2, 5])
                if (factor * power >= least)
                    return factor * power;
    }
}
