using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Importance of features for targets over all seeds; in workbook and <c>analysis.json</c> the form paired by seed stands beside
/// it.</summary>
internal sealed class ImportanceSection : ReportSection
{
    public override string Id => "importance";

    public override string Title => $"Importance, {ImportanceForm.Pooled.Words()}";

    public override string Link => "Importance";

    public override SectionPage Page(ReportInput input) => new("importance", ImportanceView.Of(input.Analysis, ImportanceForm.Pooled));

    public override IEnumerable<ReportSheet> Sheets(ReportInput input) =>
    [
        .. from table in input.Analysis.Importance
           from form in (ImportanceForm[])[ImportanceForm.Pooled, ImportanceForm.Paired]
           select new ReportSheet(
               HeatmapSheet.Name(table, form),
               sheet => HeatmapSheet.Fill(sheet, table, form, input.Analysis, input.Analysis.MaterialsDiffer))
           {
               Holds = $"changes of the error in {table.Representation}, {form.Words()}",
           },
        new("Seeds", sheet => SeedSheet.Fill(sheet, input.Analysis)) { Holds = "the change of every seed" },
    ];

    public override IEnumerable<JsonMember> Json(ReportInput input) =>
        [new("importance", input.Analysis.Importance.Select(ImportanceJson.Table))];
}
