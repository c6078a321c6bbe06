namespace Tomography.Reports;

/// <summary>The dataset in numbers, its properties, and what could mislead whoever learns from it.</summary>
internal sealed class DatasetSection : ReportSection
{
    public override string Id => "dataset";

    public override string Title => "Dataset";

    public override PagePart Part => PagePart.Background;

    public override SectionPage Page(ReportInput input) => new("dataset", DatasetView.Of(input.Analysis, input.Audit));

    public override IEnumerable<ReportSheet> Sheets(ReportInput input) => input.Audit is not { } audit
        ? []
        :
        [
            new("Dataset", sheet => AuditSheets.Properties(sheet, audit)) { Holds = "the properties in numbers" },
            new("Elements", sheet => AuditSheets.Elements(sheet, audit)) { Holds = "how many materials hold each element" },
        ];

    public override IEnumerable<JsonMember> Json(ReportInput input) =>
        input.Audit is { } audit ? [new("audit", AuditJson.Of(audit))] : [];
}
