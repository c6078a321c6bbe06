using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Draws an importance table in the manner of Figures 4 and 5 of [T]: features down, targets across.</summary>
/// <remarks>
/// A cell shows its change in percent, and below it the distances up to the upper and down to the lower bound. The colour runs from
/// blue (-10 or less, better) over white to red (+10 or more, worse). A mark in the corner tells the verdict, with a bold outline where the
/// feature informs; a hatched border marks features that contain the target (alone it is the positive control), grey what has no result, a
/// small fraction the seeds of an incomplete cell. Each cell has a full sentence as its title. The figure needs no style sheet and no
/// script.</remarks>
internal static class HeatmapFigure
{
    /// <summary>Draws a table in one form of importance as one <c>svg</c> element; lines end in LF.</summary>
    /// <param name="analysis">The study.</param>
    /// <param name="table">One of its tables.</param>
    /// <param name="form">The form of importance.</param>
    public static string Draw(StudyAnalysis analysis, ImportanceTable table, ImportanceForm form)
    {
        ImmutableArray<HeatmapRow> rows = [.. table.Features.Select(features => HeatmapRow.Of(features, analysis))];
        var layout = HeatmapLayout.Of(rows, table.Targets);
        var name = table.Representation.Name + (form == ImportanceForm.Pooled ? "-pooled" : "-paired");
        var (gradient, hatch) = ($"scale-{name}", $"hatch-{name}");
        var height = layout.Height + HeatmapLegend.MarksHeight;
        var figure = Svg.Element(
            "svg",
            [
                ("viewBox", FormattableString.Invariant($"0 0 {layout.Width:0} {height:0}")),
                ("width", layout.Width),
                ("height", height),
                ("role", "group"),
                ("aria-label", $"Importance of features for targets, {table.Representation.Name} representation, {form.Words()}"),
                ("class", "heatmap"),
                ("font-family", "Inter, Lato, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"),
                ("font-variant-numeric", "tabular-nums"),
            ],
            Svg.Element("defs", [], HeatmapLegend.Gradient(gradient), HeatmapLegend.Hatch(hatch)));

        var differ = analysis.MaterialsDiffer;
        figure.Add(HeatmapLabels.Top(layout, table.Targets));
        for (var row = 0; row < table.Features.Length; row++)
        {
            var y = layout.Top + row * HeatmapLayout.CellHeight;
            figure.Add(HeatmapLabels.Row(layout, rows[row], row));
            for (var column = 0; column < table.Targets.Length; column++)
            {
                var cell = table[row, column];
                var verdict = analysis.Verdict(table.Representation, cell.Features, cell.Target);
                var sentence = ImportanceText.Sentence(cell, verdict, table.Representation, form, differ);
                figure.Add(
                    HeatmapCell.Draw(cell, verdict, sentence, form, layout.Left + column * HeatmapLayout.CellWidth, y, hatch));
            }
        }

        figure.Add(HeatmapLabels.Grid(layout));
        var hasAnswers = table.Cells.Any(cell => cell.ContainsTarget && !cell.IsSelf);
        figure.Add(HeatmapLegend.Draw(layout.Left, layout.Top + layout.PlotHeight + 24, gradient, hatch, hasAnswers));
        return figure.ToString().ReplaceLineEndings("\n");
    }
}
