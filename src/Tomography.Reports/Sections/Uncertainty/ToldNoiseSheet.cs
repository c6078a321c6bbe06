using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What models say of the noise of each crystal that they did not see, beside their spread and the true value.</summary>
internal static class ToldNoiseSheet
{
    private static readonly string[] s_headings =
        ["representation", "target", "crystal", "predicted", "true", "spread", "noise told", "one noise for all"];

    public static void Fill(IXLWorksheet sheet, UncertaintyAnalysis uncertainty)
    {
        sheet.Headings(1, s_headings);
        var row = 2;
        foreach (var t in uncertainty.Targets)
        {
            var format = "0." + new string('0', Math.Max(1, NumberText.Decimals(t.Error)));
            foreach (var crystal in t.Told?.Crystals ?? [])
            {
                sheet.Cell(row, 1).Text(t.Representation.Name);
                sheet.Cell(row, 2).Text(t.Target.Value);
                sheet.Cell(row, 3).Text(crystal.Id);
                sheet.Cell(row, 4).Number(crystal.Mean, format);
                sheet.Cell(row, 5).Number(crystal.True, format);
                sheet.Cell(row, 6).Number(crystal.Spread, format);
                sheet.Cell(row, 7).Number(crystal.Noise, format);
                sheet.Cell(row, 8).Number(t.Noise, format);
                row++;
            }
        }

        sheet.Table(row - 1, s_headings.Length);
        sheet.Widths(s_headings.Length, 16, 30, 34, 14, 14, 14, 14, 18);
    }
}
