namespace Tomography.Reports;

/// <summary>What the words and numbers of the report mean; the same for every study.</summary>
internal sealed class ReadingSection : ReportSection
{
    public override string Id => "reading";

    public override string Title => "How to read it";

    public override PagePart Part => PagePart.Background;

    public override SectionPage Page(ReportInput input) => new("reading", new { });
}
