using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The raw results: the columns of <c>results.csv</c>.</summary>
internal static class ResultsSheet
{
    public static void Fill(IXLWorksheet sheet, StudyResults results)
    {
        sheet.Headings(1, ResultsCsv.Header.Split(','));
        var row = 2;
        foreach (var score in ResultsCsv.Sorted(results))
        {
            sheet.Cell(row, 1).Text(score.Representation.Word());
            sheet.Cell(row, 2).Text(score.Target.Value);
            sheet.Cell(row, 3).Text(score.Feature?.Value ?? "");
            sheet.Cell(row, 4).SetValue(score.Seed);
            sheet.Cell(row, 5).SetValue(score.TestMae);
            sheet.Cell(row, 6).SetValue(score.ValidationMae);
            sheet.Cell(row, 7).SetValue(score.BestEpoch);
            sheet.Cell(row, 8).SetValue(score.Epochs);
            sheet.Cell(row, 9).SetValue(score.Seconds);
            sheet.Cell(row++, 10).Text(score.Job);
        }

        if (row > 2) sheet.Range(1, 1, row - 1, 10).SetAutoFilter();
        sheet.Widths(10, 16, 30, 30, 10, 14, 14, 12, 10, 10, 70);
    }
}
