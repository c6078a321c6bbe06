using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What any function of the formula could reach, beside the errors of the baselines.</summary>
internal sealed class CeilingSection : ReportSection
{
    public override string Id => "ceiling";

    public override string Title => "What the formula alone allows";

    public override string Link => "Ceiling of composition";

    public override PagePart Part => PagePart.Background;

    public override bool IsShown(ReportInput input) => !input.Analysis.Ceilings.IsEmpty;

    public override SectionPage Page(ReportInput input) => new("ceiling", CeilingView.Of(input.Analysis));

    public override IEnumerable<ReportSheet> Sheets(ReportInput input) =>
        [new("Ceiling", sheet => CeilingSheet.Fill(sheet, input.Analysis)) { Holds = "what any function of the formula could reach" }];

    public override IEnumerable<JsonMember> Json(ReportInput input) =>
        [new("ceiling", input.Analysis.Ceilings.Select(ceiling => Member(ceiling, input.Analysis)))];

    private static object Member(CompositionCeiling ceiling, StudyAnalysis analysis) => new
    {
        Target = ceiling.Target.Value,
        analysis.Property(ceiling.Target).Unit,
        ceiling.Materials,
        ceiling.Formulas,
        ceiling.IsKnown,
        Least = Interval(ceiling.Least),
        LeaveOneOut = Interval(ceiling.LeaveOneOut),
        ceiling.ConstantMae,
        Baselines = ceiling.Baselines.Select(baseline => new
        {
            Representation = baseline.Representation.Name,
            baseline.Seeds,
            TestMae = baseline.Mae is { } error ? new { error.Mean, error.Min, error.Max } : null,
            Claim = CeilingJudge.Of(ceiling, baseline),
        }),
        Sentence = CeilingText.Of(ceiling),
    };

    private static object? Interval(ErrorInterval? error) => error is { } there ? new { there.Value, there.Low, there.High } : null;
}
