namespace Tomography.Reports;

/// <summary>The main result in words.</summary>
internal sealed class HeadlineSection : ReportSection
{
    public override string Id => "headline";

    public override string Title => "Main result";

    public override PagePart Part => PagePart.Opening;

    public override SectionPage Page(ReportInput input) => new("headline", HeadlineView.Of(input.Analysis));
}
