using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Verdicts in the workbook, a row per edge; changes in percent.</summary>
internal static class VerdictSheet
{
    private static readonly string[] s_headings =
        [.. VerdictColumns.Headings("feature"), "control", "against control %", "seeds planned", "looks"];

    public static void Fill(IXLWorksheet sheet, StudyAnalysis analysis)
    {
        sheet.Headings(1, s_headings);
        var row = 2;
        foreach (var verdict in analysis.Verdicts)
        {
            VerdictColumns.Fill(sheet, row, verdict);
            if (verdict.Control is { } control) sheet.Cell(row, 12).Text(control.Label());
            sheet.Cell(row, 13).Number(100 * verdict.AgainstControl?.Change, Sheet.PercentFormat);
            sheet.Cell(row, 14).SetValue(verdict.SeedsPlanned);
            sheet.Cell(row, 15).SetValue(verdict.Looks);
            row++;
        }

        VerdictColumns.Finish(sheet, row - 1, s_headings.Length);
        sheet.Widths(s_headings.Length, [.. VerdictColumns.Widths, 20, 18, 14, 8]);
    }
}
