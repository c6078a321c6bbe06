using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What learning together does in the workbook, a row per set and target; changes in percent.</summary>
internal static class TransferSheet
{
    private static readonly string[] s_headings =
    [
        .. VerdictColumns.Headings("learnt along"), "against noise %", "low against noise %", "high against noise %", "as a feature",
        "change as a feature %", "together", "gradient cosine", "conflict share", "affinity",
    ];

    public static void Fill(IXLWorksheet sheet, TransferAnalysis transfer)
    {
        sheet.Headings(1, s_headings);
        var row = 2;
        foreach (var verdict in transfer.Verdicts)
        {
            VerdictColumns.Fill(sheet, row, verdict);
            sheet.Cell(row, 12).Number(100 * verdict.AgainstControl?.Change, Sheet.PercentFormat);
            sheet.Cell(row, 13).Number(100 * verdict.AgainstControl?.Low, Sheet.PercentFormat);
            sheet.Cell(row, 14).Number(100 * verdict.AgainstControl?.High, Sheet.PercentFormat);
            if (transfer.Comparisons.FirstOrDefault(c => c.Transfer == verdict) is { } pair) Beside(sheet, row, pair);
            row++;
        }

        VerdictColumns.Finish(sheet, row - 1, s_headings.Length);
        sheet.Widths(s_headings.Length, [.. VerdictColumns.Widths, 16, 20, 20, 14, 22, 18, 16, 14, 12]);
    }

    private static void Beside(IXLWorksheet sheet, int row, TransferComparison pair)
    {
        if (pair.Feature is { } feature) sheet.Cell(row, 15).Text(feature.Kind.Word());
        sheet.Cell(row, 16).Number(100 * pair.Feature?.Effect?.Change, Sheet.PercentFormat);
        sheet.Cell(row, 17).Text(pair.Concord.Word());
        sheet.Cell(row, 18).Number(pair.Gradient?.Cosine);
        sheet.Cell(row, 19).Number(pair.Gradient?.ConflictShare);
        sheet.Cell(row, 20).Number(pair.Gradient?.Affinity, "0.00000");
    }
}
