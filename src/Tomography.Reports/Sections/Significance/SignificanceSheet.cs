using System.Collections.Immutable;
using ClosedXML.Excel;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>Table 1 of [T] in both forms, with the features counted over its last column.</summary>
internal static class SignificanceSheet
{
    private const double Width = 50;

    public static void Fill(IXLWorksheet sheet, StudyAnalysis analysis)
    {
        var row = 1;
        foreach (var sets in (SignificanceSets[])[analysis.PooledSets, analysis.PairedSets])
        {
            sheet.Cell(row++, 1).Text($"Significant features, {sets.Form.Words()}").Style.Font.SetBold().Font.SetFontSize(13);
            var column = 1;
            foreach (var heading in (string[])["target", "structure", "composition", "composition only"])
                sheet.Cell(row, column++).Text(heading).Style.Font.SetBold().Border.SetBottomBorder(XLBorderStyleValues.Thin);
            row++;
            foreach (var target in sets.Targets)
            {
                sheet.Cell(row, 1).Text(target.Target.Value);
                sheet.Cell(row, 2).Text(List(target.Structure));
                sheet.Cell(row, 3).Text(List(target.Composition));
                sheet.Cell(row, 4).Text(List(target.CompositionOnly));
                sheet.Wrap(
                    row++,
                    (List(target.Structure), Width),
                    (List(target.Composition), Width),
                    (List(target.CompositionOnly), Width));
            }

            row++;
            if (sets.FeatureCounts is { } counts)
            {
                sheet.Cell(row, 1).Text("feature").Style.Font.SetBold();
                sheet.Cell(row++, 2).Text("times in the last column").Style.Font.SetBold();
                foreach (var count in counts)
                {
                    sheet.Cell(row, 1).Text(count.Features.Label());
                    sheet.Cell(row++, 2).SetValue(count.Count).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left);
                }

                row++;
            }
        }

        sheet.Widths(4, 30, Width);
    }

    private static string List(ImmutableArray<PropertySet>? features) =>
        features is not { } sets ? "not studied" : sets.IsEmpty ? "none" : string.Join(", ", sets.Select(PropertySetText.Label));
}
