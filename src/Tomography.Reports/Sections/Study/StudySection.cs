namespace Tomography.Reports;

/// <summary>What was studied: notices on the page, the summary in the workbook, and the first members of <c>analysis.json</c>.</summary>
internal sealed class StudySection : ReportSection
{
    public override string Id => "study";

    public override string Title => "What was studied";

    public override PagePart Part => PagePart.Opening;

    public override SectionPage Page(ReportInput input) => new("study", new
    {
        isSynthetic = input.Analysis.Dataset.IsSynthetic,
        isOneSeed = input.Analysis.Seeds.Length == 1,
        incomplete = MissingView.Of(input.Analysis),
    });

    public override IEnumerable<ReportSheet> Sheets(ReportInput input) =>
        [new("Summary", sheet => SummarySheet.Fill(sheet, input.Analysis, input.Context))];

    public override IEnumerable<JsonMember> Json(ReportInput input) => StudyJson.Of(input.Analysis);
}
