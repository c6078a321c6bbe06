using System.Collections.Immutable;
using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The columns with which the sheets of verdicts begin: representation, both properties, verdict, effect in percent.</summary>
internal static class VerdictColumns
{
    /// <summary>Their headings.</summary>
    /// <param name="given">What the verdict's feature is called.</param>
    public static ImmutableArray<string> Headings(string given) =>
        ["representation", given, "target", "verdict", "reason", "change %", "low %", "high %", "q", "seeds", "crystals"];

    /// <summary>Their widths.</summary>
    public static ImmutableArray<double> Widths { get; } = [16, 30, 30, 12, 24, 12, 12, 12, 10, 8, 10];

    /// <summary>Fills a row of them.</summary>
    public static void Fill(IXLWorksheet sheet, int row, EdgeVerdict verdict)
    {
        sheet.Cell(row, 1).Text(verdict.Representation.Name);
        sheet.Cell(row, 2).Text(verdict.Feature.Label());
        sheet.Cell(row, 3).Text(verdict.Target.Value);
        sheet.Cell(row, 4).Text(verdict.Kind.Word());
        sheet.Cell(row, 5).Text(verdict.Reason.Word());
        sheet.Cell(row, 9).Number(verdict.Q, "0.0000");
        if (verdict.Effect is not { } effect) return;
        sheet.Cell(row, 6).Number(100 * effect.Change, Sheet.PercentFormat);
        sheet.Cell(row, 7).Number(100 * effect.Low, Sheet.PercentFormat);
        sheet.Cell(row, 8).Number(100 * effect.High, Sheet.PercentFormat);
        sheet.Cell(row, 10).SetValue(effect.Seeds);
        sheet.Cell(row, 11).SetValue(effect.Crystals);
    }

    /// <summary>Makes the rows a table, and colours the changes.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="last">Its last row; the first holds the headings.</param>
    /// <param name="columns">How many columns it has.</param>
    public static void Finish(IXLWorksheet sheet, int last, int columns)
    {
        sheet.Table(last, columns);
        if (last > 1) HeatmapSheet.Scale(sheet.Range(2, 6, last, 6));
    }
}
