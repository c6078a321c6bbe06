using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Mutual information of every feature and target beside what chance gives and beside the importance.</summary>
internal static class InformationSheet
{
    // Columns before those of the importance.
    private const int Fixed = 10;

    public static void Fill(IXLWorksheet sheet, StudyAnalysis analysis)
    {
        if (analysis.Information is not { } information)
        {
            sheet.Cell(1, 1).Text("not estimated: it needs a feature other than the target, and the values of both");
            sheet.Widths(1, 60);
            return;
        }

        var tables = analysis.Importance;
        sheet.Headings(
            1,
            [
                "feature",
                "target",
                "mutual information, bits",
                $"mean of {information.Shuffles} shuffles",
                "95 % of shuffles",
                "less chance",
                $"q, of {information.Pairs} pairs",
                "reading",
                "estimate",
                "materials",
                .. tables.Select(table => $"importance in {table.Representation.Name}, paired, %"),
            ]);
        var row = 2;
        foreach (var cell in information.Cells)
        {
            sheet.Cell(row, 1).Text(cell.Feature.Value);
            sheet.Cell(row, 2).Text(cell.Target.Value);
            sheet.Cell(row, 3).Number(cell.Bits);
            sheet.Cell(row, 4).Number(cell.Chance?.Level.Mean);
            sheet.Cell(row, 5).Number(cell.Chance?.Level.High);
            sheet.Cell(row, 6).Number(cell.Chance?.LessChance);
            sheet.Cell(row, 7).Number(cell.Chance?.Q);
            if (cell.Reading is { } reading) sheet.Cell(row, 8).TextAfterNumber(ChanceWords.Of(reading));
            sheet.Cell(row, 9).TextAfterNumber(Words(cell.Estimator));
            sheet.Cell(row, Fixed).SetValue(cell.Samples);
            for (var place = 0; place < tables.Length; place++)
            {
                var change = tables[place].Find(cell.Feature, cell.Target)?.Paired.Percent?.Change;
                sheet.Cell(row, Fixed + 1 + place).Number(change, Sheet.PercentFormat);
            }

            row++;
        }

        var columns = Fixed + tables.Length;
        if (row > 2)
        {
            sheet.Table(row - 1, columns);
            var most = Math.Max(1, information.Cells.Max(cell => cell.Bits ?? 0));
            sheet.Range(2, 3, row - 1, 3).AddConditionalFormat().ColorScale()
                .Minimum(XLCFContentType.Number, 0, XLColor.White)
                .Maximum(XLCFContentType.Number, most, XLColor.FromHtml("#7CC68A"));
            for (var place = 0; place < tables.Length; place++)
                HeatmapSheet.Scale(sheet.Range(2, Fixed + 1 + place, row - 1, Fixed + 1 + place));
        }

        sheet.Widths(columns, 28, 28, 24, 20, 18, 12, 16, 28, 24, 11, 24);
    }

    private static string Words(InformationEstimator estimator) => estimator switch
    {
        InformationEstimator.Ksg => "neighbours (KSG)",
        InformationEstimator.Ross => "neighbours (Ross)",
        InformationEstimator.PlugIn => "shares (Miller-Madow)",
        _ => throw new ArgumentOutOfRangeException(nameof(estimator), estimator, "Not an estimator."),
    };
}
