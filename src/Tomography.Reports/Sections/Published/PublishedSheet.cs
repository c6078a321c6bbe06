using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>A published table and the study in the workbook, a row per coupling; changes in percent.</summary>
internal static class PublishedSheet
{
    private static readonly string[] s_headings =
    [
        "representation", "feature", "target", "published", "here, rule of [T]", "here, every seed", "verdict", "reason", "change %",
        "low %", "high %",
    ];

    public static void Fill(IXLWorksheet sheet, PublishedComparison comparison)
    {
        sheet.Headings(1, s_headings);
        var row = 2;
        foreach (var cell in comparison.Cells)
        {
            sheet.Cell(row, 1).Text(cell.Representation.Name);
            sheet.Cell(row, 2).Text(cell.Feature.Value);
            sheet.Cell(row, 3).Text(cell.Target.Value);
            sheet.Cell(row, 4).Text(cell.There ? "yes" : "no");
            sheet.Cell(row, 5).Text(Word(cell.Here(FindingRule.Pooled)));
            sheet.Cell(row, 6).Text(Word(cell.Here(FindingRule.Paired)));
            sheet.Cell(row, 7).Text(cell.Verdict?.Kind.Word() ?? "");
            sheet.Cell(row, 8).Text(cell.Verdict?.Reason.Word() ?? "");
            if (cell.Verdict?.Effect is { } effect)
            {
                sheet.Cell(row, 9).Number(100 * effect.Change, Sheet.PercentFormat);
                sheet.Cell(row, 10).Number(100 * effect.Low, Sheet.PercentFormat);
                sheet.Cell(row, 11).Number(100 * effect.High, Sheet.PercentFormat);
            }

            row++;
        }

        sheet.Table(row - 1, s_headings.Length);
        sheet.Widths(s_headings.Length, 16, 28, 28, 12, 18, 18, 14, 26, 12);
    }

    private static string Word(bool? isSo) => isSo switch { true => "yes", false => "no", null => "" };
}
