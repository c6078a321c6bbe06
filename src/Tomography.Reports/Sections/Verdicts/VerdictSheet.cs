using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Verdicts in the workbook, a row per edge; changes in percent.</summary>
internal static class VerdictSheet
{
    private static readonly string[] s_headings =
    [
        "representation", "feature", "target", "verdict", "reason", "change %", "low %", "high %", "q", "seeds", "crystals", "control",
        "against control %", "seeds planned", "looks",
    ];

    public static void Fill(IXLWorksheet sheet, StudyAnalysis analysis)
    {
        sheet.Headings(1, s_headings);
        var row = 2;
        foreach (var verdict in analysis.Verdicts)
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
            if (verdict.Control is { } control) sheet.Cell(row, 12).Text(control.Label());
            sheet.Cell(row, 13).Number(100 * verdict.AgainstControl?.Change, Sheet.PercentFormat);
            sheet.Cell(row, 14).SetValue(verdict.SeedsPlanned);
            sheet.Cell(row, 15).SetValue(verdict.Looks);
            row++;
        }

        sheet.Table(row - 1, s_headings.Length);
        if (row > 2) HeatmapSheet.Scale(sheet.Range(2, 6, row - 1, 6));
        sheet.Widths(s_headings.Length, 16, 30, 30, 12, 24, 12, 12, 12, 10, 8, 10, 20, 18, 14, 8);
    }
}
