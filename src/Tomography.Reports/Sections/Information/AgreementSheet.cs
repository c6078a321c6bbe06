using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Whether the features that add information are those that reduce the error.</summary>
internal static class AgreementSheet
{
    public static void Fill(IXLWorksheet sheet, IEnumerable<ImportanceAgreement> agreements)
    {
        sheet.Headings(1, "representation", "target", "rank correlation", "low, 95 %", "high, 95 %", "pairs", "features");
        var row = 2;
        foreach (var agreement in agreements)
        {
            sheet.Cell(row, 1).Text(agreement.Representation.Name);
            sheet.Cell(row, 2).Text(agreement.Target?.Value ?? "all targets, ranked within each");
            sheet.Cell(row, 3).Number(agreement.Ranks?.Rho);
            sheet.Cell(row, 4).Number(agreement.Ranks?.Low);
            sheet.Cell(row, 5).Number(agreement.Ranks?.High);
            sheet.Cell(row, 6).SetValue(agreement.Pairs);
            sheet.Cell(row, 7).SetValue(agreement.Features);
            row++;
        }

        sheet.Table(row - 1, 7);
        sheet.Widths(7, 20, 32, 18, 12);
    }
}
