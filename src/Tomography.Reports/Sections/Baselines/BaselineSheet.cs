using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>How well the baselines predict, per representation and target.</summary>
internal static class BaselineSheet
{
    public static void Fill(IXLWorksheet sheet, StudyAnalysis analysis)
    {
        sheet.Headings(1,
        [
            "representation", "target", "unit", "seeds", "test MAE, mean", "test MAE, smallest", "test MAE, largest", "best constant, MAE",
            "R2", "remark", "best at the end, seeds", "change of validation error at the end", "epochs", "epochs that might do",
            .. analysis.MaterialsDiffer ? (string[])["materials", "materials with"] : [],
        ]);
        var row = 2;
        foreach (var baseline in analysis.Baselines.Concat(analysis.ReducedBaselines))
        {
            sheet.Cell(row, 1).Text(baseline.Representation.Name);
            sheet.Cell(row, 2).Text(baseline.Target.Name.Value);
            sheet.Cell(row, 3).Text(baseline.Target.Unit);
            sheet.Cell(row, 4).SetValue(baseline.Seeds);
            if (baseline.TestMae is { } mae)
            {
                var format = "0." + new string('0', NumberText.Decimals(mae.Mean));
                sheet.Cell(row, 5).Number(mae.Mean, format);
                sheet.Cell(row, 6).Number(mae.Min, format);
                sheet.Cell(row, 7).Number(mae.Max, format);
                sheet.Cell(row, 8).Number(baseline.ConstantMae, format);
                sheet.Cell(row, 9).Number(baseline.R2);
            }

            if (baseline.IsNoBetterThanConstant) sheet.Cell(row, 10).TextAfterNumber("no better than the constant").Style.Font.SetBold();
            if (baseline.Convergence is { } convergence)
            {
                sheet.Cell(row, 11).SetValue(convergence.LateSeeds);
                sheet.Cell(row, 12).Number(convergence.Trend);
                sheet.Cell(row, 13).SetValue(convergence.Epochs);
                if (convergence.EpochsThatMightDo is { } more) sheet.Cell(row, 14).SetValue(more);
            }

            if (analysis.MaterialsDiffer)
            {
                if (baseline.Materials is { } materials) sheet.Cell(row, 15).SetValue(materials);
                sheet.Cell(row, 16).TextAfterNumber(baseline.MaterialsWith.Label());
            }

            row++;
        }

        sheet.Table(row - 1, analysis.MaterialsDiffer ? 16 : 14);
        sheet.Widths(analysis.MaterialsDiffer ? 16 : 14, 16, 30, 20, 8, 18, 18, 18, 18, 10, 30, 20, 32, 10, 20, 11, 30);
    }
}
