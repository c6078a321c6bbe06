using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Draws an importance table in the manner of Figures 4 and 5 of [T]: features down, targets across.</summary>
/// <remarks>
/// A cell shows its change in percent, and below it the distances up to the upper and down to the lower bound. The colour runs from
/// blue (-10 or less, better) over white to red (+10 or more, worse); beyond, a bar tells the size. A mark in the corner tells the verdict,
/// with a frame where the feature informs, harms or is not to be trusted. Controls stand apart; a hatched border marks features that
/// contain the target (alone it is the positive control), grey what has no result, a small fraction the seeds of an incomplete cell. Each
/// cell has a full sentence as its title. The figure needs no style sheet and no script.</remarks>
internal static class HeatmapFigure
{
    /// <summary>The figure of a table in one form of importance.</summary>
    /// <param name="analysis">The study.</param>
    /// <param name="table">One of its tables.</param>
    /// <param name="form">The form of importance.</param>
    public static ReportFigure Of(StudyAnalysis analysis, ImportanceTable table, ImportanceForm form) => new(
        IdOf(table, form), $"Importance of features for targets, {table.Representation.Name}, {form.Words()}.", How(form),
        Draw(analysis, table, form), HeatmapData.Of(analysis, table, form));

    /// <summary>Draws a table in one form of importance as one <c>svg</c> element; lines end in LF.</summary>
    /// <param name="analysis">The study.</param>
    /// <param name="table">One of its tables.</param>
    /// <param name="form">The form of importance.</param>
    public static string Draw(StudyAnalysis analysis, ImportanceTable table, ImportanceForm form)
    {
        ImmutableArray<HeatmapRow> rows = [.. table.Features.Select(features => HeatmapRow.Of(features, analysis))];
        // Controls stand last in a study.
        var controls = table.Features.Reverse().TakeWhile(features => features.All(analysis.Controls.Contains)).Count();
        var layout = HeatmapLayout.Of(rows, table.Targets, controls);
        var (gradient, hatch) = ($"{IdOf(table, form)}-scale", $"{IdOf(table, form)}-hatch");
        var informing = analysis.Verdicts.Count(v => v.Representation == table.Representation && v.Kind == VerdictKind.Informs);
        var figure = Svg.Figure(
            "heatmap",
            layout.Width,
            layout.Height + HeatmapLegend.MarksHeight,
            $"Importance of features for targets, {table.Representation.Name} representation, {form.Words()}",
            $"{NumberText.Count(table.Features.Length)} rows of features by {NumberText.Count(table.Targets.Length)} targets; "
                + $"{NumberText.Count(informing)} cells inform.");
        figure.Add(Svg.Element("defs", [], HeatmapLegend.Gradient(gradient), HeatmapLegend.Hatch(hatch)));

        var differ = analysis.MaterialsDiffer;
        figure.Add(HeatmapLabels.Top(layout, table.Targets));
        for (var row = 0; row < table.Features.Length; row++)
        {
            var y = layout.TopOf(row);
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

        figure.Add(HeatmapLabels.Grid(layout), HeatmapLabels.Controls(layout));
        var hasAnswers = table.Cells.Any(cell => cell.ContainsTarget && !cell.IsSelf);
        figure.Add(HeatmapLegend.Draw(layout.Left, layout.Top + layout.PlotHeight + 24, gradient, hatch, hasAnswers));
        return Svg.Write(figure);
    }

    private static string IdOf(ImportanceTable table, ImportanceForm form) =>
        $"importance-{(form == ImportanceForm.Pooled ? "" : "paired-")}{table.Representation.Name}";

    private static string How(ImportanceForm form) => form == ImportanceForm.Pooled
        ? "Change: the mean test error over the seeds with the feature against that without, percent. Below it how far up and down the "
            + "bounds lie, the worst and the best seeds of either against each other ([T])."
        : "Change: the mean over the seeds of the change of the test error between two models of one seed, percent. Below it how far "
            + "up and down the largest and the smallest seed lie.";
}
