namespace Tomography.Reports;

/// <summary>What a section shows on the page: a template and what it lays out. The heading is not part of it.</summary>
/// <param name="Template">Name of a template in the folder <c>sections</c> of the templates, without its extension.</param>
/// <param name="Model">The values that the template can show, under names in camelCase: texts that are ready to print, so that templates
/// only lay out.</param>
public sealed record SectionPage(string Template, object Model)
{
    /// <summary>A page for a section without a template of its own: text, then figures, then tables.</summary>
    /// <param name="html">The text as HTML. It is inserted as it is, so names in it must have been escaped.</param>
    /// <param name="figures">Figures with their captions.</param>
    /// <param name="tables">Tables with their captions.</param>
    public static SectionPage Plain(string html, IEnumerable<ReportFigure>? figures = null, IEnumerable<ReportTable>? tables = null) =>
        new("plain", new
    {
        html,
        figures = (figures ?? []).ToArray(),
        tables = (tables ?? []).Select(table => table.View).ToArray(),
    });
}
