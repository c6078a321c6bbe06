using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What gates stop: predictions of crystals that no model saw, and edges, each with its reason.</summary>
internal static class StoppedSheet
{
    private static readonly string[] s_headings =
        ["representation", "target", "crystal or feature", "why", "predicted", "true", "distance", "width"];

    public static void Fill(IXLWorksheet sheet, UncertaintyAnalysis uncertainty)
    {
        sheet.Headings(1, s_headings);
        var row = 2;
        foreach (var edge in uncertainty.StoppedEdges)
            Row(edge.Representation.Name, edge.Target.Value, edge.Feature.Label(), edge.Words());
        foreach (var t in uncertainty.Targets)
        {
            var format = "0." + new string('0', Math.Max(1, NumberText.Decimals(t.Error)));
            foreach (var stopped in t.Gates.Stopped)
            {
                sheet.Cell(row, 5).Number(stopped.Predicted, format);
                sheet.Cell(row, 6).Number(stopped.True, format);
                sheet.Cell(row, 7).Number(stopped.Distance);
                sheet.Cell(row, 8).Number(stopped.Width, format);
                Row(t.Representation.Name, t.Target.Value, stopped.Id, stopped.By.Word());
            }
        }

        sheet.Table(row - 1, s_headings.Length);
        sheet.Widths(s_headings.Length, 16, 30, 34, 34, 14, 14, 11, 14);

        void Row(string representation, string target, string what, string why)
        {
            sheet.Cell(row, 1).Text(representation);
            sheet.Cell(row, 2).Text(target);
            sheet.Cell(row, 3).Text(what);
            sheet.Cell(row, 4).Text(why);
            row++;
        }
    }
}
