using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>How well the models without any feature predict.</summary>
internal sealed class BaselineSection : ReportSection
{
    public override string Id => "baselines";

    public override string Title => "Baseline errors";

    public override PagePart Part => PagePart.Background;

    public override SectionPage Page(ReportInput input) => new("baselines", BaselineView.Of(input));

    public override IEnumerable<ReportSheet> Sheets(ReportInput input) =>
        [new("Baselines", sheet => BaselineSheet.Fill(sheet, input.Analysis))
        {
            Holds = "errors without features, beside the best constant",
        }];

    public override IEnumerable<JsonMember> Json(ReportInput input) =>
    [
        new("baselines", input.Analysis.Baselines.Concat(input.Analysis.ReducedBaselines).Select(Member)),
    ];

    private static object Member(BaselineError baseline) => new
    {
        Representation = baseline.Representation.Name,
        Target = baseline.Target.Name.Value,
        baseline.Target.Unit,
        MaterialsWith = baseline.MaterialsWith.Names(),
        baseline.Materials,
        baseline.Seeds,
        TestMae = baseline.TestMae is { } error ? new { error.Mean, error.Min, error.Max } : null,
        baseline.ConstantMae,
        baseline.R2,
        baseline.IsNoBetterThanConstant,
        Convergence = baseline.Convergence is { } convergence ? new
        {
            convergence.Seeds,
            convergence.LateSeeds,
            convergence.Epochs,
            convergence.Trend,
            convergence.IsConverged,
            convergence.EpochsThatMightDo,
        } : null,
    };
}
