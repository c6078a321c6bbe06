using System.Collections.Immutable;

namespace Tomography.Reports;

/// <summary>A section as the page shows it.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Link">What the navigation calls it.</param>
/// <param name="Part">Where it stands.</param>
/// <param name="Html">What it shows below its heading; captions have no numbers yet.</param>
/// <param name="Figures">The figures in it.</param>
internal sealed record RenderedSection(
    string Id, string Title, string Link, PagePart Part, string Html, ImmutableArray<ReportFigure> Figures)
{
    /// <summary>Renders the sections that have something on the page, in the order of the page.</summary>
    public static ImmutableArray<RenderedSection> Of(IEnumerable<ReportSection> sections, ReportInput input, Templates templates) =>
    [
        .. from section in sections
           orderby section.Part // a stable sort: the order of the list stays within each part
           let page = section.Page(input)
           where page is not null
           select Rendered(section, page, templates),
    ];

    private static RenderedSection Rendered(ReportSection section, SectionPage page, Templates templates)
    {
        var figures = new List<ReportFigure>();
        return new(section.Id, section.Title, section.Link, section.Part, templates.Section(page, figures), [.. figures]);
    }
}
