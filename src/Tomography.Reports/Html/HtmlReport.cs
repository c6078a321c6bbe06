using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Writes the report as one HTML page that needs nothing beside it: no network, no script, no other file.</summary>
/// <remarks>The page is laid out by Handlebars templates: <c>report.hbs</c> and every <c>partials/*.hbs</c> beside it. Values are escaped, so names
/// may contain markup; only the figures are inserted as they are. docs/reports.md lists the values that templates can show.</remarks>
public static class HtmlReport
{
    /// <summary>Writes the page. The same inputs give the same text; lines end in LF.</summary>
    /// <param name="analysis">What to report.</param>
    /// <param name="context">What to say beside it.</param>
    /// <param name="templatesFolder">Folder with <c>report.hbs</c>.</param>
    /// <exception cref="FileNotFoundException">The folder has no <c>report.hbs</c>.</exception>
    /// <exception cref="InvalidDataException">A template is not valid, or shows a value that does not exist.</exception>
    public static string Write(StudyAnalysis analysis, ReportContext context, string templatesFolder) =>
        Templates.Render(templatesFolder, "report.hbs", ReportView.Of(analysis, context));
}
