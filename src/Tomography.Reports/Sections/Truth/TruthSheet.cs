using ClosedXML.Excel;

namespace Tomography.Reports;

/// <summary>Found against true in the workbook, a row per edge; changes in percent.</summary>
internal static class TruthSheet
{
    private static readonly string[] s_headings =
        ["representation", "feature", "target", "truth", "least error falls by %", "verdict", "change %", "low %", "high %", "agreement"];

    public static void Fill(IXLWorksheet sheet, ReportInput input)
    {
        sheet.Headings(1, s_headings);
        var row = 2;
        foreach (var (truth, verdict) in TruthComparison.Of(input).SelectMany(c => c.Edges))
        {
            sheet.Cell(row, 1).Text(truth.Representation.Name);
            sheet.Cell(row, 2).Text(truth.Feature.Value);
            sheet.Cell(row, 3).Text(truth.Target.Value);
            sheet.Cell(row, 4).Text(truth.Kind.Word());
            sheet.Cell(row, 5).Number(100 * truth.Reduction, "0.0");
            sheet.Cell(row, 6).Text(verdict.Kind.Word());
            if (verdict.Effect is { } effect)
            {
                sheet.Cell(row, 7).Number(100 * effect.Change, "0.0");
                sheet.Cell(row, 8).Number(100 * effect.Low, "0.0");
                sheet.Cell(row, 9).Number(100 * effect.High, "0.0");
            }

            sheet.Cell(row, 10).TextAfterNumber(TruthText.Agreement(truth, verdict));
            row++;
        }

        sheet.Table(row - 1, s_headings.Length);
        sheet.Widths(s_headings.Length, 16, 30, 30, 16, 20, 12, 12, 12, 12, 24);
    }
}
