namespace Tomography.Reports;

/// <summary>The raw results, in the workbook alone; <c>results.csv</c> has the same.</summary>
internal sealed class ResultsSection : ReportSection
{
    public override string Id => "results";

    public override string Title => "Raw results";

    public override PagePart Part => PagePart.Background;

    public override IEnumerable<ReportSheet> Sheets(ReportInput input) =>
        [new("Results", sheet => ResultsSheet.Fill(sheet, input.Results)) { Holds = "every model: errors, epochs, time, key" }];
}
