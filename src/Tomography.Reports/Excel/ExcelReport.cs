using ClosedXML.Excel;

namespace Tomography.Reports;

/// <summary>Writes the report as an Excel workbook: the sheets of its sections, in their order.</summary>
public static class ExcelReport
{
    /// <summary>Writes the workbook.</summary>
    /// <param name="stream">Where to; a stream that can be written.</param>
    /// <param name="input">What to report.</param>
    /// <param name="sections">The sections; null for <see cref="ReportSections.All"/>.</param>
    /// <exception cref="ArgumentException">Two sections have the same id, or no section has a sheet.</exception>
    public static void Write(Stream stream, ReportInput input, IReadOnlyList<ReportSection>? sections = null)
    {
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = input.Context.Experiment;
        workbook.Properties.Created = input.Context.GeneratedAt.UtcDateTime;
        var holds = new List<(IXLWorksheet Sheet, string What)>();
        foreach (var content in ReportSections.Shown(sections, input).SelectMany(section => section.Sheets(input)))
        {
            var sheet = workbook.AddWorksheet(SheetName.Of(content.Name, workbook.Worksheets.Select(other => other.Name)));
            content.Fill(sheet);
            holds.Add((sheet, content.Holds));
            Print(sheet, input.Context.Experiment);
        }

        if (workbook.Worksheets.Count == 0)
            throw new ArgumentException("No section has a sheet; a workbook needs at least one.", nameof(sections));
        SheetList.Add(workbook.Worksheets.First(), holds);
        // The package writer seeks, which not every target can.
        using var memory = new MemoryStream();
        workbook.SaveAs(memory);
        memory.Position = 0;
        memory.CopyTo(stream);
    }

    private static void Print(IXLWorksheet sheet, string experiment)
    {
        var page = sheet.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = XLPageOrientation.Landscape;
        page.FitToPages(1, 0); // one page wide, as many high as it takes
        if (sheet.SheetView.SplitRow > 0) page.SetRowsToRepeatAtTop(1, sheet.SheetView.SplitRow);
        // An ampersand begins a code in a footer; two are one.
        page.Footer.Left.AddText(experiment.Replace("&", "&&", StringComparison.Ordinal));
        page.Footer.Center.AddText(sheet.Name);
        page.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        page.Footer.Right.AddText(" of ");
        page.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);
    }
}
