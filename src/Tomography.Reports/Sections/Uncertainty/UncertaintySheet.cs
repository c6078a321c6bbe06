using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>How sure predictions are, a row per representation and target.</summary>
internal static class UncertaintySheet
{
    private static readonly string[] s_headings =
    [
        "representation", "target", "unit", "crystals from", "models", "crystals", "MAE", "RMSE", "spread", "noise", "CRPS",
        "sharpness", "ENCE", "area, calibrated", "area, spread and noise", "area, spread alone",
        "level", "coverage", "width", "left open", "spread and error, rank",
        "inside", "MAE inside", "outside", "MAE outside", "distance and error, rank", "widest that passes", "pass", "MAE passed", "stopped",
        "MAE stopped", "by domain", "by width", "by edges",
    ];

    public static void Fill(IXLWorksheet sheet, StudyAnalysis analysis, UncertaintyAnalysis uncertainty)
    {
        sheet.Headings(1, s_headings);
        var row = 2;
        foreach (var t in uncertainty.Targets)
        {
            var format = "0." + new string('0', Math.Max(1, NumberText.Decimals(t.Error)));
            sheet.Cell(row, 1).Text(t.Representation.Name);
            sheet.Cell(row, 2).Text(t.Target.Value);
            sheet.Cell(row, 3).Text(analysis.Property(t.Target).Unit);
            sheet.Cell(row, 4).Text(t.Design.Word());
            (double? Value, string Format)[] numbers =
            [
                (t.Models, "0"), (t.Crystals, "0"), (t.Error, format), (t.RootMeanSquare, format), (t.Spread, format), (t.Noise, format),
                (t.Crps, format), (t.Sharpness, format), (t.Ence, Sheet.FractionFormat), (t.ConformalArea, Sheet.FractionFormat),
                (t.NormalArea, Sheet.FractionFormat), (t.SpreadArea, Sheet.FractionFormat),
                (uncertainty.Settings.Level, Sheet.FractionFormat), (t.Asked?.Coverage, Sheet.FractionFormat), (t.Asked?.Width, format),
                (t.Open, Sheet.FractionFormat),
                (t.SpreadRank?.Rho, Sheet.FractionFormat), (t.Domain?.Inside.Crystals, "0"), (t.Domain?.Inside.Mean, format),
                (t.Domain?.Outside.Crystals, "0"), (t.Domain?.Outside.Mean, format), (t.Domain?.Rank?.Rho, Sheet.FractionFormat),
                (t.Gates.Most, format), (t.Gates.Passed.Crystals, "0"), (t.Gates.Passed.Mean, format), (t.Gates.Held.Crystals, "0"),
                (t.Gates.Held.Mean, format), (t.Gates.ByDomain, "0"), (t.Gates.ByWidth, "0"), (t.Gates.ByEdges, "0"),
            ];
            for (var i = 0; i < numbers.Length; i++) sheet.Cell(row, 5 + i).Number(numbers[i].Value, numbers[i].Format);
            row++;
        }

        sheet.Table(row - 1, s_headings.Length);
        sheet.Widths(s_headings.Length, [16, 30, 14, .. Enumerable.Repeat(16.0, s_headings.Length - 3)]);
    }
}
