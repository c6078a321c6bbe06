using System.Collections.Immutable;
using System.Xml.Linq;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Draws what a feature does to the error against what it tells of the target by itself, an edge a mark, by its verdict.</summary>
internal static class ImportanceInformationFigure
{
    /// <summary>The figure of a study; null where no edge has both.</summary>
    public static ReportFigure? Of(StudyAnalysis analysis)
    {
        var edges = EdgesOf(analysis);
        return edges.IsEmpty ? null : new(
            "importance-and-information",
            "What a feature does to the error, against what it tells by itself.",
            "Across: mutual information of feature and target, in bits, which knows no model. Up: by how many percent the feature "
                + "reduces the test error, as its verdict rests on. Much information without a reduction may mean that the "
                + "representation tells it already, or that the model makes nothing of it.",
            Draw(edges),
            FigureData.Of(
                edges,
                ("representation", e => e.Verdict.Representation.Name),
                ("feature", e => e.Cell.Feature.Value),
                ("target", e => e.Cell.Target.Value),
                ("bits", e => e.Cell.Bits),
                ("change", e => e.Verdict.Effect!.Change),
                ("verdict", e => e.Verdict.Kind.Word())));
    }

    private static ImmutableArray<(InformationCell Cell, EdgeVerdict Verdict)> EdgesOf(StudyAnalysis analysis) =>
    [
        .. from verdict in analysis.Verdicts
           where verdict.Effect is not null && verdict.Feature.Single is not null
           let cell = analysis.Information?.Find(verdict.Feature.Single!.Value, verdict.Target)
           where cell?.Bits is not null
           select (cell, verdict),
    ];

    private static string Draw(ImmutableArray<(InformationCell Cell, EdgeVerdict Verdict)> edges)
    {
        var panels = edges.GroupBy(edge => edge.Verdict.Representation).Select(group => Panel(group.Key.Name, group)).ToImmutableArray();
        var figure = Svg.Figure(
            "chart scatter", Math.Max(panels.Length * ScatterPanel.Width + 16, 600), ScatterPanel.Height + 46,
            "What a feature does to the error against what it tells by itself",
            $"{NumberText.Count(edges.Length)} edges, of which "
                + $"{NumberText.Count(edges.Count(e => e.Verdict.Kind == VerdictKind.Informs))} inform.");
        figure.Add(ScatterPanel.Draw(panels, isSquare: false));
        figure.Add(HeatmapLegend.Marks(66, ScatterPanel.Height + 16, hasFrames: false));
        return Svg.Write(figure);
    }

    // Those that change most get their label first.
    private static ScatterPanel Panel(string title, IEnumerable<(InformationCell Cell, EdgeVerdict Verdict)> edges) => new(
        title, "mutual information, bits", "reduction of the error, %",
        [
            .. edges.OrderByDescending(e => Math.Abs(e.Verdict.Effect!.Change)).Select(e => new ScatterPoint(
                e.Cell.Bits!.Value,
                -100 * e.Verdict.Effect!.Change,
                e.Verdict.IsClaim ? $"{e.Cell.Feature} \u2192 {e.Cell.Target}" : "",
                $"{e.Cell.Feature} \u2192 {e.Cell.Target}: {NumberText.Fixed(e.Cell.Bits.Value, 2)} bits, "
                    + $"{NumberText.Signed(100 * e.Verdict.Effect.Change)} %, {e.Verdict.Words()}",
                (x, y) => Mark(e.Verdict.Kind, x, y))),
        ]);

    // A letter alone is hard to hit and to see.
    private static XElement Mark(VerdictKind kind, double x, double y) => Svg.Element(
        "g", [], Svg.Element("circle", [("cx", x), ("cy", y), ("r", 7), ("fill", FigureColours.Paper), ("fill-opacity", 0.7)]),
        HeatmapMark.Draw(kind, x, y, FigureColours.Ink));
}
