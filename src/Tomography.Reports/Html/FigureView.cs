using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The heatmaps of one form of importance.</summary>
internal static class FigureView
{
    /// <param name="analysis">The study.</param>
    /// <param name="form">The form of importance.</param>
    /// <param name="first">Number of the first figure.</param>
    public static object Of(StudyAnalysis analysis, ImportanceForm form, int first) => new
    {
        form = form.Words(),
        isPaired = form == ImportanceForm.Paired,
        anchor = form == ImportanceForm.Pooled ? "importance" : "importance-paired",
        heatmaps = analysis.Importance.Select((table, place) => new
        {
            number = first + place,
            representation = table.Representation.Word(),
            svg = HeatmapFigure.Draw(table, form),
        }),
    };
}
