using System.Collections.Immutable;
using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The sets that were tried, in the workbook, a row each; shares in percent.</summary>
internal static class SufficiencySheet
{
    private static readonly string[] s_headings =
    [
        "representation", "target", "set", "properties", "asked for by", "validation error", "left % (validation)", "left % (test)",
        "low %", "high %", "verdict", "minimal", "redundancy, bits", "told, bits",
    ];

    public static void Fill(IXLWorksheet sheet, ImmutableArray<SufficiencyAnalysis> all)
    {
        sheet.Headings(1, s_headings);
        var row = 2;
        foreach (var found in all)
            foreach (var tried in found.Tried)
                Fill(sheet, row++, found, tried);
        sheet.Table(row - 1, s_headings.Length);
        sheet.Widths(s_headings.Length, 16, 24, 44, 12, 14, 18, 20, 16, 10, 10, 14, 10, 18, 12);
    }

    private static void Fill(IXLWorksheet sheet, int row, SufficiencyAnalysis found, TriedSet tried)
    {
        var judged = found.Found.FirstOrDefault(s => s.Set == tried.Set);
        var known = judged ?? found.Peers.Select(p => p.Choice).FirstOrDefault(s => s?.Set == tried.Set);
        sheet.Cell(row, 1).Text(found.Representation.Name);
        sheet.Cell(row, 2).Text(found.Question.Target.Value);
        sheet.Cell(row, 3).Text(tried.Set.SetLabel());
        sheet.Cell(row, 4).Number(tried.Set.Count, "0");
        sheet.Cell(row, 5).Text(tried.IsOfSearch ? "search" : "peer");
        sheet.Cell(row, 6).Number(tried.Error);
        sheet.Cell(row, 7).Number(100 * tried.Left, Sheet.PercentFormat);
        sheet.Cell(row, 8).Number(-100 * known?.Effect?.Change, Sheet.PercentFormat);
        sheet.Cell(row, 9).Number(-100 * known?.Effect?.High, Sheet.PercentFormat);
        sheet.Cell(row, 10).Number(-100 * known?.Effect?.Low, Sheet.PercentFormat);
        if (known is not null) sheet.Cell(row, 11).Text(known.Verdict.Word());
        sheet.Cell(row, 12).Text(judged is null ? "no" : "yes");
        sheet.Cell(row, 13).Number(judged?.Redundancy);
        sheet.Cell(row, 14).Number(judged?.Bits);
    }
}
