using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Mutual information of every feature and target beside the importance, and its parts with a second source.</summary>
internal static class InformationSheet
{
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
                "estimate",
                "materials",
                .. tables.Select(table => $"importance in {table.Representation.Name}, paired, %"),
                "second source",
                "redundant",
                "unique to the feature",
                "unique to the second",
                "synergetic",
            ]);
        var row = 2;
        foreach (var cell in information.Cells)
        {
            sheet.Cell(row, 1).Text(cell.Feature.Value);
            sheet.Cell(row, 2).Text(cell.Target.Value);
            sheet.Cell(row, 3).Number(cell.Bits);
            sheet.Cell(row, 4).TextAfterNumber(Words(cell.Estimator));
            sheet.Cell(row, 5).SetValue(cell.Samples);
            for (var place = 0; place < tables.Length; place++)
            {
                var change = tables[place].Find(cell.Feature, cell.Target)?.Paired.Percent?.Change;
                sheet.Cell(row, 6 + place).Number(change, Sheet.PercentFormat);
            }

            if (cell.Second is { } second) Second(sheet, row, 6 + tables.Length, second);
            row++;
        }

        var columns = 10 + tables.Length;
        if (row > 2)
        {
            sheet.Range(1, 1, row - 1, columns).SetAutoFilter();
            var most = Math.Max(1, information.Cells.Max(cell => cell.Bits ?? 0));
            sheet.Range(2, 3, row - 1, 3).AddConditionalFormat().ColorScale()
                .Minimum(XLCFContentType.Number, 0, XLColor.White)
                .Maximum(XLCFContentType.Number, most, XLColor.FromHtml("#7CC68A"));
            for (var place = 0; place < tables.Length; place++) HeatmapSheet.Scale(sheet.Range(2, 6 + place, row - 1, 6 + place));
        }

        sheet.Widths(columns, 28, 28, 24, 24, 11, 24);
    }

    private static void Second(IXLWorksheet sheet, int row, int column, SecondSource second)
    {
        sheet.Cell(row, column).TextAfterNumber(second.Feature.Value);
        if (second.Parts is not { } parts)
        {
            sheet
                .Cell(row, column + 1)
                .Text($"too few materials for {NumberText.Count(second.Cells)} cells")
                .Style.Font.SetFontColor(XLColor.Gray);
            return;
        }

        sheet.Cell(row, column + 1).Number(parts.Redundant);
        sheet.Cell(row, column + 2).Number(parts.UniqueFirst);
        sheet.Cell(row, column + 3).Number(parts.UniqueSecond);
        sheet.Cell(row, column + 4).Number(parts.Synergetic);
    }

    private static string Words(InformationEstimator estimator) => estimator switch
    {
        InformationEstimator.Ksg => "neighbours (KSG)",
        InformationEstimator.Ross => "neighbours (Ross)",
        InformationEstimator.PlugIn => "shares (Miller-Madow)",
        _ => throw new ArgumentOutOfRangeException(nameof(estimator), estimator, "Not an estimator."),
    };
}
