using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What learning together does in the workbook, a row per set and target; changes in percent.</summary>
internal static class TransferSheet
{
    private static readonly string[] s_headings =
    [
        "representation", "learnt along", "target", "verdict", "reason", "change %", "low %", "high %", "q", "seeds", "crystals",
        "against noise %", "low against noise %", "high against noise %", "as a feature", "change as a feature %", "together",
        "gradient cosine", "conflict share", "affinity",
    ];

    public static void Fill(IXLWorksheet sheet, TransferAnalysis transfer)
    {
        sheet.Headings(1, s_headings);
        var row = 2;
        foreach (var verdict in transfer.Verdicts)
        {
            sheet.Cell(row, 1).Text(verdict.Representation.Name);
            sheet.Cell(row, 2).Text(verdict.Feature.Label());
            sheet.Cell(row, 3).Text(verdict.Target.Value);
            sheet.Cell(row, 4).Text(verdict.Kind.Word());
            sheet.Cell(row, 5).Text(verdict.Reason.Word());
            if (verdict.Effect is { } effect)
            {
                sheet.Cell(row, 6).Number(100 * effect.Change, Sheet.PercentFormat);
                sheet.Cell(row, 7).Number(100 * effect.Low, Sheet.PercentFormat);
                sheet.Cell(row, 8).Number(100 * effect.High, Sheet.PercentFormat);
                sheet.Cell(row, 10).SetValue(effect.Seeds);
                sheet.Cell(row, 11).SetValue(effect.Crystals);
            }

            sheet.Cell(row, 9).Number(verdict.Q, "0.0000");
            sheet.Cell(row, 12).Number(100 * verdict.AgainstControl?.Change, Sheet.PercentFormat);
            sheet.Cell(row, 13).Number(100 * verdict.AgainstControl?.Low, Sheet.PercentFormat);
            sheet.Cell(row, 14).Number(100 * verdict.AgainstControl?.High, Sheet.PercentFormat);
            if (transfer.Comparisons.FirstOrDefault(c => c.Transfer == verdict) is { } pair) Beside(sheet, row, pair);
            row++;
        }

        sheet.Table(row - 1, s_headings.Length);
        if (row > 2) HeatmapSheet.Scale(sheet.Range(2, 6, row - 1, 6));
        sheet.Widths(s_headings.Length, 16, 30, 30, 12, 24, 12, 12, 12, 10, 8, 10, 16, 20, 20, 14, 22, 18, 16, 14, 12);
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
