using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>
/// What starting from trained models does in the workbook, a row per source, target and number of labels; changes in percent.
/// </summary>
internal static class SequenceSheet
{
    private static readonly string[] s_headings =
    [
        .. VerdictColumns.Headings("source"), "labels", "error alone", "error from noise", "error from the source", "against noise %",
        "low against noise %", "high against noise %",
    ];

    public static void Fill(IXLWorksheet sheet, SequenceAnalysis sequence)
    {
        sheet.Headings(1, s_headings);
        var row = 2;
        foreach (var point in sequence.Points)
        {
            VerdictColumns.Fill(sheet, row, point.Verdict);
            sheet.Cell(row, 12).Number(point.Trained, "0");
            sheet.Cell(row, 13).Number(point.Alone?.Mean);
            sheet.Cell(row, 14).Number(point.Control?.Mean);
            sheet.Cell(row, 15).Number(point.Started?.Mean);
            sheet.Cell(row, 16).Number(100 * point.Verdict.AgainstControl?.Change, Sheet.PercentFormat);
            sheet.Cell(row, 17).Number(100 * point.Verdict.AgainstControl?.Low, Sheet.PercentFormat);
            sheet.Cell(row, 18).Number(100 * point.Verdict.AgainstControl?.High, Sheet.PercentFormat);
            row++;
        }

        VerdictColumns.Finish(sheet, row - 1, s_headings.Length);
        sheet.Widths(s_headings.Length, [.. VerdictColumns.Widths, 10, 14, 18, 20, 16, 20, 20]);
    }
}
