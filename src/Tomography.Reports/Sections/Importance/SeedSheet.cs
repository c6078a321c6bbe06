using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The change of every seed, a row per representation, feature and target, a column per seed.</summary>
internal static class SeedSheet
{
    public static void Fill(IXLWorksheet sheet, StudyAnalysis analysis)
    {
        var cells = analysis.Importance.SelectMany(table => table.Cells.Select(cell => (table.Representation, Cell: cell))).ToArray();
        int[] seeds = [.. analysis.Seeds.Concat(cells.SelectMany(each => each.Cell.SeedChanges.Select(change => change.Seed))).Distinct()];
        sheet.Headings(1, ["representation", "feature", "target", .. seeds.Select(seed => $"seed {seed}, %")]);
        var row = 2;
        foreach (var (representation, cell) in cells)
        {
            if (cell.SeedChanges.IsEmpty) continue;
            sheet.Cell(row, 1).Text(representation.Name);
            sheet.Cell(row, 2).Text(cell.Features.Label());
            sheet.Cell(row, 3).Text(cell.Target.Value);
            foreach (var change in cell.SeedChanges)
                sheet.Cell(row, 4 + Array.IndexOf(seeds, change.Seed)).Number(100 * change.Change, Sheet.PercentFormat);
            row++;
        }

        sheet.Table(row - 1, 3 + seeds.Length);
        if (row > 2) HeatmapSheet.Scale(sheet.Range(2, 4, row - 1, 3 + seeds.Length));
        sheet.Widths(3 + seeds.Length, 16, 30, 30, 14);
    }
}
