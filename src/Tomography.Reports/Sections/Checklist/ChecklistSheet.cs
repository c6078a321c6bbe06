using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The eight places where a pipeline decides.</summary>
internal static class ChecklistSheet
{
    private const double Width = 100;

    public static void Fill(IXLWorksheet sheet, EntanglementAnalysis entanglement)
    {
        sheet.Headings(1, "place", "representation", "status", "number", "passes", "what it is");
        var row = 2;
        foreach (var item in entanglement.Checklist)
        {
            sheet.Cell(row, 1).Text(item.Title);
            sheet.Cell(row, 2).Text(item.Representation?.Name ?? "");
            var status = sheet.Cell(row, 3).Text(item.Status.Words());
            if (item.Status == ChecklistStatus.Attention) status.Style.Font.SetBold().Fill.SetBackgroundColor(XLColor.FromHtml("#FFF1CC"));
            if (item.Status == ChecklistStatus.NotMeasured) status.Style.Font.SetFontColor(XLColor.Gray);
            sheet.Cell(row, 4).Number(item.Number);
            sheet.Cell(row, 5).TextAfterNumber(ChecklistText.Limit(item));
            sheet.Cell(row, 6).Text(item.Measured);
            sheet.Wrap(row++, (item.Measured, Width));
        }

        sheet.Table(row - 1, 6);
        sheet.Widths(6, 30, 16, 16, 12, 16, Width);
    }
}
