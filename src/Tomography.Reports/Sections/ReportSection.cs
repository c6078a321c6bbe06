namespace Tomography.Reports;

/// <summary>
/// One thing that a report says, and how it says it on the page, in the workbook and in <c>analysis.json</c>. A report is an ordered list
/// of sections (<see cref="ReportSections.All"/> is the shipped one); a further section is one more type in that list.
/// </summary>
/// <remarks>A section states content alone. The heading, the link in the navigation and the numbers of figures and tables are made by the
/// renderer, so that they are right in whatever list the section stands.</remarks>
public abstract class ReportSection
{
    /// <summary>Name of the section in lower case letters, digits and hyphens, and its anchor on the page; no two sections of a report have
    /// the same.</summary>
    public abstract string Id { get; }

    /// <summary>What the section is about: its heading on the page, except in the opening.</summary>
    public abstract string Title { get; }

    /// <summary>What the link to the section says; shorter than the title where that is long.</summary>
    public virtual string Link => Title;

    /// <summary>Where on the page the section stands.</summary>
    public virtual PagePart Part => PagePart.Findings;

    /// <summary>Whether the section has anything to say; where it has not, it appears nowhere: no link, no sheet, no member.</summary>
    /// <param name="input">What is reported.</param>
    public virtual bool IsShown(ReportInput input) => true;

    /// <summary>What the section shows on the page; null where it shows nothing there.</summary>
    /// <param name="input">What is reported.</param>
    public virtual SectionPage? Page(ReportInput input) => null;

    /// <summary>The sheets that the section adds to the workbook.</summary>
    /// <param name="input">What is reported.</param>
    public virtual IEnumerable<ReportSheet> Sheets(ReportInput input) => [];

    /// <summary>What the section adds to <c>analysis.json</c>.</summary>
    /// <param name="input">What is reported.</param>
    public virtual IEnumerable<JsonMember> Json(ReportInput input) => [];
}
