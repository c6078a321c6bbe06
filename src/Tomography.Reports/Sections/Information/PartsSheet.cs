using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Parts of the information with a second source, by every decomposition, each beside what chance gives; bits.</summary>
internal static class PartsSheet
{
    private static readonly string[] Parts = ["redundant", "unique to the feature", "synergetic", "added: unique + synergetic"];

    public static void Fill(IXLWorksheet sheet, InformationTable information)
    {
        string[] headings =
        [
            "feature", "target", "second source", "materials", "cells", "decomposition", "shuffles", "unique to the second",
            .. Parts.SelectMany(part => new[] { part, $"{part}, mean of shuffles", $"{part}, 95 % of shuffles", $"{part}, less chance" }),
        ];
        sheet.Headings(1, headings);
        var row = 2;
        foreach (var cell in information.Cells)
        {
            if (cell.Second is not { } second) continue;
            foreach (var estimate in second.Estimates)
            {
                Sources(sheet, row, cell, second);
                sheet.Cell(row, 6).TextAfterNumber(estimate.Method.Title);
                sheet.Cell(row, 7).SetValue(estimate.Shuffles);
                sheet.Cell(row, 8).Number(estimate.Parts.UniqueSecond);
                PartEstimate[] parts = [estimate.Redundant, estimate.Unique, estimate.Synergetic, estimate.Added];
                for (var place = 0; place < parts.Length; place++) Part(sheet, row, 9 + 4 * place, parts[place]);
                row++;
            }

            if (second.By(DecompositionMethod.Broja) is not null) continue;
            Sources(sheet, row, cell, second);
            sheet.Cell(row, 6).TextAfterNumber($"on bins: too few materials for {NumberText.Count(second.Cells)} cells")
                .Style.Font.SetFontColor(XLColor.Gray);
            row++;
        }

        sheet.Table(row - 1, headings.Length);
        sheet.Widths(headings.Length, 28, 28, 28, 11, 8, 20, 10, 20);
    }

    private static void Sources(IXLWorksheet sheet, int row, InformationCell cell, SecondSource second)
    {
        sheet.Cell(row, 1).Text(cell.Feature.Value);
        sheet.Cell(row, 2).Text(cell.Target.Value);
        sheet.Cell(row, 3).Text(second.Feature.Value);
        sheet.Cell(row, 4).SetValue(second.Samples);
        sheet.Cell(row, 5).SetValue(second.Cells);
    }

    private static void Part(IXLWorksheet sheet, int row, int column, PartEstimate part)
    {
        sheet.Cell(row, column).Number(part.Bits);
        sheet.Cell(row, column + 1).Number(part.Chance.Mean);
        sheet.Cell(row, column + 2).Number(part.Chance.High);
        sheet.Cell(row, column + 3).Number(part.LessChance);
    }
}
