using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The heatmaps of one form of importance.</summary>
internal static class ImportanceView
{
    public static object Of(StudyAnalysis analysis, ImportanceForm form) => new
    {
        isPaired = form == ImportanceForm.Paired,
        materials = MaterialsText.Of(analysis),
        hasAnswers = analysis.Importance.SelectMany(table => table.Cells).Any(cell => cell.ContainsTarget && !cell.IsSelf),
        heatmaps = analysis.Importance
            .Select(table => HeatmapFigure.Of(analysis, table, form)).ToArray(),
    };
}
