using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>How well the baselines predict, per representation and target.</summary>
internal static class BaselineSheet
{
    public static void Fill(IXLWorksheet sheet, StudyAnalysis analysis)
    {
        sheet.Headings(1, "representation", "target", "unit", "seeds", "test MAE, mean", "test MAE, smallest", "test MAE, largest");
        var row = 2;
        foreach (var baseline in analysis.Baselines)
        {
            sheet.Cell(row, 1).Text(baseline.Representation.Word());
            sheet.Cell(row, 2).Text(baseline.Target.Name.Value);
            sheet.Cell(row, 3).Text(baseline.Target.Unit);
            sheet.Cell(row, 4).SetValue(baseline.Seeds);
            if (baseline.TestMae is { } mae)
            {
                sheet.Cell(row, 5).SetValue(mae.Mean);
                sheet.Cell(row, 6).SetValue(mae.Min);
                sheet.Cell(row, 7).SetValue(mae.Max);
                sheet.Range(row, 5, row, 7).Style.NumberFormat.SetFormat("0." + new string('0', NumberText.Decimals(mae.Mean)));
            }

            row++;
        }

        sheet.Widths(7, 16, 30, 20, 8, 18);
    }
}
