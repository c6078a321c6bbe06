using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The ceiling of composition in the workbook.</summary>
internal static class CeilingSheet
{
    public static void Fill(IXLWorksheet sheet, StudyAnalysis analysis)
    {
        sheet.Headings(1,
        [
            "target", "unit", "materials", "formulas", "constant, MAE", "at least", "at least, low", "at least, high", "at most",
            "at most, low", "at most, high",
            .. analysis.Representations.Select(each => $"{each.Name}, test MAE with polymorphs"), "what it says",
        ]);
        var row = 2;
        foreach (var ceiling in analysis.Ceilings)
        {
            var format = "0." + new string('0', NumberText.Decimals(ceiling.LeaveOneOut?.Value ?? 0));
            sheet.Cell(row, 1).Text(ceiling.Target.Value);
            sheet.Cell(row, 2).Text(analysis.Property(ceiling.Target).Unit);
            sheet.Cell(row, 3).SetValue(ceiling.Materials);
            sheet.Cell(row, 4).SetValue(ceiling.Formulas);
            double?[] numbers =
            [
                ceiling.ConstantMae,
                ceiling.Least?.Value, ceiling.Least?.Low, ceiling.Least?.High,
                ceiling.LeaveOneOut?.Value, ceiling.LeaveOneOut?.Low, ceiling.LeaveOneOut?.High,
                .. ceiling.Baselines.Select(baseline => baseline.Mae?.Mean),
            ];
            for (var i = 0; i < numbers.Length; i++) sheet.Cell(row, 5 + i).Number(numbers[i], format);
            sheet.Cell(row, 5 + numbers.Length).TextAfterNumber(CeilingText.Of(ceiling));
            row++;
        }

        sheet.Table(row - 1, 12 + analysis.Representations.Length);
        sheet.Widths(
            12 + analysis.Representations.Length,
            [30, 20, 11, 11, .. Enumerable.Repeat(16.0, 7 + analysis.Representations.Length), 110]);
    }
}
