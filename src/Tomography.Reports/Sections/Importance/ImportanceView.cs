using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The heatmaps of one form of importance.</summary>
internal static class ImportanceView
{
    public static object Of(StudyAnalysis analysis, ImportanceForm form) => new
    {
        isPaired = form == ImportanceForm.Paired,
        heatmaps = analysis.Importance
            .Select(table => new ReportFigure($"Representation: {table.Representation.Word()}.", HeatmapFigure.Draw(table, form)).View)
            .ToArray(),
    };
}
