using System.Collections.Immutable;
using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Groupings of the targets in the workbook, a row per grouping and target and one of the mean; changes in percent.</summary>
internal static class GroupsSheet
{
    private static readonly string[] s_headings =
    [
        "representation", "grouping", "models", "target", "learnt", "predicted %", "predicted low %", "predicted high %", "measured %",
        "measured low %", "measured high %",
    ];

    public static void Fill(IXLWorksheet sheet, ImmutableArray<GroupAnalysis> groups)
    {
        sheet.Headings(1, s_headings);
        var row = 2;
        foreach (var analysis in groups)
            foreach (var grouping in analysis.Groupings)
            {
                foreach (var target in grouping.Targets)
                    Row(sheet, row++, analysis, grouping, target.Target.Value, target.Learnt.Label(), target.Predicted, target.Measured);
                Row(sheet, row++, analysis, grouping, "mean", "", grouping.Predicted, grouping.Measured);
            }

        sheet.Table(row - 1, s_headings.Length);
        sheet.Widths(s_headings.Length, [16, 16, 10, 30, 44, 14, 16, 16, 14, 16, 16]);
    }

    private static void Row(
        IXLWorksheet sheet, int row, GroupAnalysis analysis, Grouping grouping, string target, string learnt, GroupEstimate? predicted,
        GroupEstimate? measured)
    {
        sheet.Cell(row, 1).Text(analysis.Representation.Name);
        sheet.Cell(row, 2).Text(grouping.Kind.Title());
        sheet.Cell(row, 3).SetValue(grouping.Models);
        sheet.Cell(row, 4).Text(target);
        sheet.Cell(row, 5).Text(learnt);
        foreach (var (column, estimate) in new[] { (6, predicted), (9, measured) })
        {
            sheet.Cell(row, column).Number(100 * estimate?.Change, Sheet.PercentFormat);
            sheet.Cell(row, column + 1).Number(100 * estimate?.Low, Sheet.PercentFormat);
            sheet.Cell(row, column + 2).Number(100 * estimate?.High, Sheet.PercentFormat);
        }
    }
}
