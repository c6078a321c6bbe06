using System.Collections.Immutable;
using System.Xml.Linq;
using Tomography.Analysis;
using Tomography.Crystals;

namespace Tomography.Reports;

/// <summary>
/// Draws composition against structure, edge by edge: each cell has two halves, what the feature does in composition on the left and in
/// structure on the right; a frame stands where structure already encodes what the feature tells.
/// </summary>
internal static class DifferenceFigure
{
    private const string Id = "difference", Hatch = $"{Id}-hatch", Gradient = $"{Id}-scale";
    private const double Half = HeatmapLayout.CellWidth / 2, Height = HeatmapLayout.CellHeight;

    /// <summary>Whether both representations are there to be compared.</summary>
    public static bool IsDrawn(StudyAnalysis analysis) =>
        analysis.Representations.Contains(Representation.Composition) && analysis.Representations.Contains(Representation.Structure);

    /// <summary>The figure of a study of both representations.</summary>
    /// <param name="analysis">The study.</param>
    public static ReportFigure Of(StudyAnalysis analysis)
    {
        var edges = DifferenceEdge.Of(analysis);
        return new(
            Id,
            "Composition against structure, edge by edge.",
            "In each cell, the change of the test error with the feature: on the left with models that see the composition, on the "
                + "right with those that see the structure, each with its verdict. Framed is what informs in composition and shows to "
                + "be nothing in structure: structure already encodes it.",
            Draw(analysis, edges),
            FigureData.Of(
                edges,
                ("features", e => e.Features.Label()),
                ("target", e => e.Target.Value),
                ("composition_percent", e => e.Composition.Percent),
                ("structure_percent", e => e.Structure.Percent),
                ("composition_verdict", e => e.Composition.Verdict?.Kind.Word()),
                ("structure_verdict", e => e.Structure.Verdict?.Kind.Word()),
                ("structure_minus_composition", e => e.Structure.Percent - e.Composition.Percent),
                ("encoded_by_structure", e => e.IsEncoded)));
    }

    /// <summary>Draws the figure as one <c>svg</c> element; lines end in LF.</summary>
    internal static string Draw(StudyAnalysis analysis, ImmutableArray<DifferenceEdge> edges)
    {
        ImmutableArray<HeatmapRow> rows = [.. analysis.Features.Select(features => HeatmapRow.Of(features, analysis))];
        var controls = analysis.Features.Reverse().TakeWhile(features => features.All(analysis.Controls.Contains)).Count();
        var layout = HeatmapLayout.Of(rows, analysis.Targets, controls);
        var figure = Svg.Figure(
            "heatmap difference",
            layout.Width,
            layout.Height + HeatmapLegend.MarksHeight,
            "Composition against structure, edge by edge",
            $"Of {NumberText.Count(edges.Count(e => e.Composition.Informs))} edges that inform in composition, "
                + $"{NumberText.Count(edges.Count(e => e.IsEncoded))} are nothing in structure and "
                + $"{NumberText.Count(edges.Count(e => e.Composition.Informs && e.Structure.Informs))} inform there, too.");
        figure.Add(Svg.Element("defs", [], HeatmapLegend.Gradient(Gradient), HeatmapLegend.Hatch(Hatch)));
        figure.Add(HeatmapLabels.Top(layout, analysis.Targets));
        for (var row = 0; row < rows.Length; row++)
        {
            figure.Add(HeatmapLabels.Row(layout, rows[row], row));
            for (var column = 0; column < analysis.Targets.Length; column++)
                figure.Add(Cell(
                    edges[row * analysis.Targets.Length + column], layout.Left + column * HeatmapLayout.CellWidth, layout.TopOf(row)));
        }

        figure.Add(HeatmapLabels.Grid(layout), HeatmapLabels.Controls(layout));
        figure.Add(edges.Index().Where(e => e.Item.IsEncoded).Select(e => Frame(
            layout.Left + e.Index % analysis.Targets.Length * HeatmapLayout.CellWidth, layout.TopOf(e.Index / analysis.Targets.Length))));
        figure.Add(DifferenceLegend.Draw(layout.Left, layout.Top + layout.PlotHeight + 24, Gradient, Hatch));
        return Svg.Write(figure);
    }

    /// <summary>The frame of what structure already encodes.</summary>
    internal static XElement Frame(double x, double y, double width = 2 * Half, double height = Height) => Svg.Box(
        x, y, width, height, ("fill", "none"), ("stroke", "#000000"), ("stroke-width", 3), ("class", "encoded"));

    private static XElement Cell(DifferenceEdge edge, double x, double y)
    {
        var cell = Svg.Element(
            "g",
            [("class", edge.IsEncoded ? "cell encoded-by-structure" : "cell")],
            Svg.Element("title", [], Sentence(edge)));
        cell.Add(Side(edge.Composition, x, y), Side(edge.Structure, x + Half, y));
        if (edge.ContainsTarget) cell.Add(HeatmapCell.ControlMark(x, y, Hatch));
        return cell;
    }

    private static IEnumerable<XElement?> Side(DifferenceSide side, double x, double y)
    {
        if (side.Percent is not { } percent)
        {
            yield return Svg.Box(x, y, Half, Height, ("fill", HeatmapCell.MissingFill));
            yield return Svg.Line(x + Half / 2, y + 24, 10, "middle", FigureColours.Soft, "n/a");
            yield break;
        }

        var fill = DivergingScale.ColourOf(percent);
        yield return Svg.Box(x, y, Half, Height, ("fill", fill));
        if (side.Verdict is { } verdict) yield return HeatmapMark.Draw(verdict.Kind, x + Half / 2, y + 10, fill.Ink.Hex);
        yield return Svg.Line(
            x + Half / 2, y + 30, 10.5, "middle", fill.Ink.Hex, NumberText.Signed(percent),
            ("font-weight", side.Informs ? "700" : "400"));
    }

    private static string Sentence(DifferenceEdge edge) =>
        $"{edge.Features.Label()} for {edge.Target}: composition {Words(edge.Composition)}; structure {Words(edge.Structure)}."
            + (edge.IsEncoded ? " Structure already encodes it." : "");

    private static string Words(DifferenceSide side) =>
        (side.Percent is { } percent ? $"{NumberText.Signed(percent)} %" : "n/a")
            + (side.Verdict is { } verdict ? $", {verdict.Words()}" : "");
}
