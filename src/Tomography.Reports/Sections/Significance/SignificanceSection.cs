namespace Tomography.Reports;

/// <summary>Table 1 by verdicts and by the rule of [T] in both forms of importance, and the couplings counted.</summary>
internal sealed class SignificanceSection : ReportSection
{
    public override string Id => "significance";

    public override string Title => "Table 1: which features count";

    public override string Link => "Table 1";

    public override SectionPage Page(ReportInput input) => new("significance", SignificanceView.Of(input.Analysis));

    public override IEnumerable<ReportSheet> Sheets(ReportInput input) =>
        [new("Table 1", sheet => SignificanceSheet.Fill(sheet, input.Analysis))
        {
            Holds = "what informs each target, by verdicts and by [T]",
        }];

    public override IEnumerable<JsonMember> Json(ReportInput input) =>
    [
        new("significance", new
        {
            Verdicts = SignificanceJson.Sets(input.Analysis.VerdictSets),
            Pooled = SignificanceJson.Sets(input.Analysis.PooledSets),
            Paired = SignificanceJson.Sets(input.Analysis.PairedSets),
        }),
        new("couplings", input.Analysis.Couplings.Select(SignificanceJson.Coupling)),
    ];
}
