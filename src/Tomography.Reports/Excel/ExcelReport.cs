using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Writes the report as an Excel workbook: summary, a heatmap per representation and form, Table 1, baseline errors,
/// the edges of each lattice, measures, regimes, next steps, checklist, information, raw results.</summary>
public static class ExcelReport
{
    /// <summary>Writes the workbook.</summary>
    /// <param name="stream">Where to; it must be readable and seekable or a plain file stream.</param>
    /// <param name="analysis">What to report.</param>
    /// <param name="results">The raw results.</param>
    /// <param name="context">What to say beside it.</param>
    public static void Write(Stream stream, StudyAnalysis analysis, StudyResults results, ReportContext context)
    {
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = context.Experiment;
        workbook.Properties.Created = context.GeneratedAt.UtcDateTime;
        SummarySheet.Add(workbook, analysis, context);
        foreach (var table in analysis.Importance)
        {
            HeatmapSheet.Add(workbook, table, ImportanceForm.Pooled);
            HeatmapSheet.Add(workbook, table, ImportanceForm.Paired);
        }

        SignificanceSheet.Add(workbook, analysis);
        BaselineSheet.Add(workbook, analysis);
        foreach (var lattice in analysis.Entanglement.Representations) EdgeSheet.Add(workbook, lattice, analysis);
        MeasureSheet.Add(workbook, analysis.Entanglement);
        RegimeSheet.Add(workbook, analysis.Entanglement);
        SteeringSheet.Add(workbook, analysis.Entanglement);
        ChecklistSheet.Add(workbook, analysis.Entanglement);
        InformationSheet.Add(workbook, analysis);
        ResultsSheet.Add(workbook, results);
        foreach (var sheet in workbook.Worksheets)
        {
            sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
            sheet.PageSetup.FitToPages(1, 0); // one page wide, as many high as it takes
        }

        // The package writer seeks, which not every target can.
        using var memory = new MemoryStream();
        workbook.SaveAs(memory);
        memory.Position = 0;
        memory.CopyTo(stream);
    }
}
