using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The raw results: the columns of <c>results.csv</c>, keys in short.</summary>
internal static class ResultsSheet
{
    public static void Fill(IXLWorksheet sheet, StudyResults results)
    {
        var headings = ResultsCsv.Header.Split(',');
        sheet.Headings(1, headings);
        var row = 2;
        foreach (var score in ResultsCsv.Sorted(results))
        {
            sheet.Cell(row, 1).Text(score.Model.Representation.Name);
            sheet.Cell(row, 2).Text(score.Target.Value);
            sheet.Cell(row, 3).Text(score.Model.Features.ToString());
            sheet.Cell(row, 4).SetValue(score.Model.Seed);
            sheet.Cell(row, 5).SetValue(score.TestMae);
            if (score.R2 is { } r2) sheet.Cell(row, 6).SetValue(r2);
            sheet.Cell(row, 7).SetValue(score.ConstantMae);
            sheet.Cell(row, 8).SetValue(score.Materials);
            sheet.Cell(row, 9).SetValue(score.ValidationMae);
            sheet.Cell(row, 10).SetValue(score.BestEpoch);
            sheet.Cell(row, 11).SetValue(score.Epochs);
            sheet.Cell(row, 12).SetValue(score.Seconds);
            sheet.Cell(row++, 13).Text(Short(score.Key));
        }

        sheet.Table(row - 1, headings.Length);
        sheet.Widths(headings.Length, 16, 30, 30, 10, 14, 12, 14, 11, 14, 12, 10, 10, 16);
    }

    // As many digits as messages show; results.csv has them all.
    private static string Short(string key) => key[..Math.Min(12, key.Length)];
}
