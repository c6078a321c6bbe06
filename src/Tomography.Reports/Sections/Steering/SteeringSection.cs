namespace Tomography.Reports;

/// <summary>What to do next: open edges, and where pruning pays.</summary>
internal sealed class SteeringSection : ReportSection
{
    public override string Id => "next";

    public override string Title => "What to do next";

    public override SectionPage Page(ReportInput input) => new("steering", SteeringView.Of(input.Analysis, input.Context));

    public override IEnumerable<ReportSheet> Sheets(ReportInput input) =>
        [new("Next steps", sheet => SteeringSheet.Fill(sheet, input.Analysis.Entanglement))
        {
            Holds = "what would settle undecided edges",
        }];

    public override IEnumerable<JsonMember> Json(ReportInput input) =>
        [new("entanglement.steering", SteeringJson.Plan(input.Analysis.Entanglement.Steering))];
}
