using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Verdicts in the workbook, a row per edge; changes in percent.</summary>
internal static class VerdictSheet
{
    private static readonly string[] s_headings =
    [
        "representation", "feature", "target", "verdict", "reason", "change %", "low %", "high %", "q", "seeds", "crystals", "control",
        "against control %",
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
                sheet.Cell(row, 6).SetValue(100 * effect.Change);
                sheet.Cell(row, 7).SetValue(100 * effect.Low);
                sheet.Cell(row, 8).SetValue(100 * effect.High);
                sheet.Cell(row, 10).SetValue(effect.Seeds);
                sheet.Cell(row, 11).SetValue(effect.Crystals);
            }

            if (verdict.Q is { } q) sheet.Cell(row, 9).SetValue(q);
            if (verdict.Control is { } control) sheet.Cell(row, 12).Text(control.Label());
            if (verdict.AgainstControl is { } against) sheet.Cell(row, 13).SetValue(100 * against.Change);
            row++;
        }

        if (row > 2) sheet.Range(1, 1, row - 1, s_headings.Length).SetAutoFilter();
        sheet.Widths(s_headings.Length, 16, 30, 30, 12, 24, 12, 12, 12, 10, 8, 10, 20, 18);
    }
}
