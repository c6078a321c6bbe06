namespace Tomography.Reports;

/// <summary>Table 1 of [T] in both forms of importance, and the couplings counted.</summary>
internal sealed class SignificanceSection : ReportSection
{
    public override string Id => "significance";

    public override string Title => "Significant features";

    public override SectionPage Page(ReportInput input) => new("significance", SignificanceView.Of(input.Analysis));

    public override IEnumerable<ReportSheet> Sheets(ReportInput input) =>
        [new("Table 1", sheet => SignificanceSheet.Fill(sheet, input.Analysis))];

    public override IEnumerable<JsonMember> Json(ReportInput input) =>
    [
        new("significance", new
        {
            Pooled = SignificanceJson.Sets(input.Analysis.PooledSets),
            Paired = SignificanceJson.Sets(input.Analysis.PairedSets),
        }),
        new("couplings", input.Analysis.Couplings.Select(SignificanceJson.Coupling)),
    ];
}
