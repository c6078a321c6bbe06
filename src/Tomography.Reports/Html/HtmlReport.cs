namespace Tomography.Reports;

/// <summary>Writes the report as one HTML page that needs nothing beside it: no network, no other file. Its script
/// adds to it, and is not needed to read it.</summary>
/// <remarks>The page is laid out by templates: <c>report</c>, one for each section in <c>sections/</c>, and what they share in
/// <c>partials/</c>. Values are escaped, so names may contain markup; only figures and rendered sections are inserted as they are.
/// </remarks>
public static class HtmlReport
{
    /// <summary>Writes the page. The same inputs give the same text; lines end in LF.</summary>
    /// <param name="input">What to report.</param>
    /// <param name="files">The templates.</param>
    /// <param name="sections">The sections; null for <see cref="ReportSections.All"/>.</param>
    /// <exception cref="TemplateException">A template is missing, is not valid, or shows a value that does not exist.</exception>
    /// <exception cref="ArgumentException">Two sections or two figures have the same id.</exception>
    public static string Write(ReportInput input, TemplateFiles files, IReadOnlyList<ReportSection>? sections = null) =>
        Make(input, files, sections).Html;

    /// <summary>Makes the page, and the figures on it.</summary>
    /// <param name="input">What to report.</param>
    /// <param name="files">The templates.</param>
    /// <param name="sections">The sections; null for <see cref="ReportSections.All"/>.</param>
    /// <exception cref="TemplateException">A template is missing, is not valid, or shows a value that does not exist.</exception>
    /// <exception cref="ArgumentException">Two sections or two figures have the same id.</exception>
    public static HtmlPage Make(ReportInput input, TemplateFiles files, IReadOnlyList<ReportSection>? sections = null)
    {
        var templates = Templates.Open(files, "report");
        var rendered = RenderedSection.Of(ReportSections.Shown(sections, input), input, templates);
        return HtmlPage.Of(templates.Page(PageView.Of(input, rendered)), rendered.SelectMany(section => section.Figures));
    }
}
