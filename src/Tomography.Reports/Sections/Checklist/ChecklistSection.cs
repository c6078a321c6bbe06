using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The eight places where a pipeline decides, and what was measured at each.</summary>
internal sealed class ChecklistSection : ReportSection
{
    public override string Id => "checklist";

    public override string Title => "Checklist";

    public override SectionPage Page(ReportInput input) => new("checklist", ChecklistView.Of(input.Analysis.Entanglement.Checklist));

    public override IEnumerable<ReportSheet> Sheets(ReportInput input) =>
        [new("Checklist", sheet => ChecklistSheet.Fill(sheet, input.Analysis.Entanglement)) { Holds = "places where a pipeline decides" }];

    public override IEnumerable<JsonMember> Json(ReportInput input) =>
        [new("entanglement.checklist", input.Analysis.Entanglement.Checklist.Select(Member))];

    private static object Member(ChecklistItem item) => new
    {
        item.Place,
        item.Title,
        Representation = item.Representation?.Name,
        item.Measured,
        item.Number,
        item.Limit,
        item.Status,
    };
}
