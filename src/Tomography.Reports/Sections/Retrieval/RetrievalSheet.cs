using System.Collections.Immutable;
using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Retrieval in the workbook, a row per representation, method, order and number of properties.</summary>
internal static class RetrievalSheet
{
    private static readonly string[] s_headings =
    [
        "representation", "method", "order", "measured", "property", "bits", "reach of the 95 % interval", "median place", "first %",
        "in the first tenth %", "candidates",
    ];

    public static void Fill(IXLWorksheet sheet, ImmutableArray<RetrievalAnalysis> all)
    {
        sheet.Headings(1, s_headings);
        var row = 2;
        foreach (var one in all)
            foreach (var curve in one.Curves)
                foreach (var point in curve.Points)
                {
                    sheet.Cell(row, 1).Text(one.Representation.Name);
                    sheet.Cell(row, 2).Text(curve.Method.ToString().ToLowerInvariant());
                    sheet.Cell(row, 3).Text(curve.Order.ToString().ToLowerInvariant());
                    sheet.Cell(row, 4).Number(point.Count, "0");
                    sheet.Cell(row, 5).Text(point.Property.Value);
                    sheet.Cell(row, 6).Number(point.Bits);
                    sheet.Cell(row, 7).Number(point.Reach);
                    sheet.Cell(row, 8).Number(point.MedianRank);
                    sheet.Cell(row, 9).Number(100 * point.First, Sheet.PercentFormat);
                    sheet.Cell(row, 10).Number(100 * point.Tenth, Sheet.PercentFormat);
                    sheet.Cell(row, 11).Number(one.Candidates);
                    row++;
                }

        sheet.Table(row - 1, s_headings.Length);
        sheet.Widths(s_headings.Length, 16, 14, 10, 12, 28, 10, 26, 14, 10, 20, 12);
    }
}
