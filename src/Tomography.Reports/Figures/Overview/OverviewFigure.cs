using System.Collections.Immutable;
using System.Xml.Linq;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>
/// The picture of the first screen as a drawing for papers and slides: features down, targets across, in each cell the verdicts of the
/// representations side by side, framed where structure encodes already what informs in composition.
/// </summary>
internal static class OverviewFigure
{
    private const string Id = "overview", Hatch = $"{Id}-hatch";
    private const double Width = HeatmapLayout.CellWidth, Height = HeatmapLayout.CellHeight;

    /// <summary>The figure of a study with verdicts.</summary>
    public static ReportFigure Of(StudyAnalysis analysis)
    {
        var isSplit = analysis.Representations.Length > 1;
        var order = string.Join(", then ", analysis.Representations.Select(r => r.Name));
        return new(
            Id,
            "All verdicts in one picture" + (isSplit
                ? $": in each cell, from left to right, {order}; framed where structure encodes already what informs in composition."
                : "."),
            "From the verdicts: paired differences of the errors of single test crystals, corrected for the number of edges. Beside the "
                + "marks the change of the error in percent.",
            Draw(analysis),
            FigureData.Of(
                analysis.Verdicts,
                ("representation", v => v.Representation.Name),
                ("features", v => v.Feature.Label()),
                ("target", v => v.Target.Value),
                ("verdict", v => v.Kind.Word()),
                ("reason", v => v.Reason.Word()),
                ("change_percent", v => 100 * v.Effect?.Change),
                ("low_percent", v => 100 * v.Effect?.Low),
                ("high_percent", v => 100 * v.Effect?.High),
                ("q", v => v.Q),
                ("seeds", v => v.SeedsMeasured),
                ("seeds_planned", v => v.SeedsPlanned)));
    }

    /// <summary>Whether structure encodes what informs in composition: the one difference that [T] is about.</summary>
    public static bool IsEncoded(IEnumerable<EdgeVerdict?> edge)
    {
        var there = edge.OfType<EdgeVerdict>().ToArray();
        return there.Any(v => v.Kind == VerdictKind.Informs && v.Representation == Representation.Composition)
            && there.Any(v => v.Kind == VerdictKind.Nothing && v.Representation == Representation.Structure);
    }

    /// <summary>The features that have verdicts, in the order of the study.</summary>
    public static ImmutableArray<PropertySet> Judged(StudyAnalysis analysis)
    {
        var judged = analysis.Verdicts.Select(v => v.Feature).ToHashSet();
        return [.. analysis.Features.Where(judged.Contains)];
    }

    private static string Draw(StudyAnalysis analysis)
    {
        var verdicts = analysis.Verdicts.ToDictionary(v => (v.Representation, v.Feature, v.Target));
        var judged = Judged(analysis);
        ImmutableArray<HeatmapRow> rows = [.. judged.Select(features => HeatmapRow.Of(features, analysis))];
        var layout = HeatmapLayout.Of(rows, analysis.Targets);
        var figure = Svg.Figure(
            "heatmap overview",
            layout.Width,
            layout.Top + layout.PlotHeight + (analysis.Representations.Length > 1 ? 78 : 56),
            "All verdicts in one picture",
            $"Of {NumberText.Count(analysis.Verdicts.Length)} edges "
                + $"{NumberText.Count(analysis.Verdicts.Count(v => v.Kind == VerdictKind.Informs))} inform.");
        figure.Add(Svg.Element("defs", [], HeatmapLegend.Hatch(Hatch)));
        figure.Add(HeatmapLabels.Top(layout, analysis.Targets));
        var frames = new List<XElement>();
        for (var row = 0; row < rows.Length; row++)
        {
            figure.Add(HeatmapLabels.Row(layout, rows[row], row));
            for (var column = 0; column < analysis.Targets.Length; column++)
            {
                var (features, target) = (judged[row], analysis.Targets[column].Name);
                var (x, y) = (layout.Left + column * Width, layout.TopOf(row));
                EdgeVerdict?[] edge = [.. analysis.Representations.Select(r => verdicts.GetValueOrDefault((r, features, target)))];
                figure.Add(Cell(edge, x, y, features.Contains(target)));
                if (IsEncoded(edge)) frames.Add(DifferenceFigure.Frame(x, y));
            }
        }

        figure.Add(HeatmapLabels.Grid(layout), frames);
        var legend = layout.Top + layout.PlotHeight + 24;
        figure.Add(HeatmapLegend.Marks(layout.Left, legend, hasFrames: false));
        if (analysis.Representations.Length > 1)
            figure.Add(Svg.Line(
                layout.Left + 8, legend + 36, 11, "start", FigureColours.Ink,
                $"in each cell: {string.Join(", then ", analysis.Representations.Select(r => r.Name))}; framed: structure encodes it "
                    + "already"));
        return Svg.Write(figure);
    }

    private static IEnumerable<XElement> Cell(EdgeVerdict?[] edge, double x, double y, bool isAnswer)
    {
        if (isAnswer)
        {
            yield return HeatmapCell.ControlMark(x, y, Hatch);
            yield break;
        }

        var width = Width / edge.Length;
        foreach (var (place, verdict) in edge.Index())
        {
            var left = x + place * width;
            var (fill, ink) = Paint(verdict?.Kind);
            yield return Svg.Box(left, y, width, Height, ("fill", fill), ("stroke", FigureColours.Line), ("stroke-width", 0.5));
            if (verdict is null) continue;
            yield return HeatmapMark.Draw(verdict.Kind, left + width / 2, y + 11, ink);
            if (verdict.Effect is { } effect)
                yield return Svg.Line(
                    left + width / 2, y + 31, 10.5, "middle", ink, NumberText.Signed(100 * effect.Change),
                    ("font-weight", verdict.Kind is VerdictKind.Informs or VerdictKind.Harms ? "700" : "400"));
        }
    }

    private static (string Fill, string Ink) Paint(VerdictKind? verdict) => verdict switch
    {
        VerdictKind.Informs => (FigureColours.Informs, FigureColours.Paper),
        VerdictKind.Harms => (FigureColours.Harms, FigureColours.Paper),
        null => (FigureColours.Faint, FigureColours.Soft),
        _ => (FigureColours.Paper, FigureColours.Ink),
    };
}
