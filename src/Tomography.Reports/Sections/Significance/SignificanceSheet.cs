using System.Collections.Immutable;
using ClosedXML.Excel;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>Table 1 by verdicts and by the rule of [T] in both forms, with the features counted over their last columns.</summary>
internal static class SignificanceSheet
{
    private const double Width = 50;

    public static void Fill(IXLWorksheet sheet, StudyAnalysis analysis)
    {
        var verdicts = analysis.VerdictSets;
        var row = Block(
            sheet, 1, "Features that inform, by verdicts", null, "composition, nothing in structure", verdicts.Targets,
            verdicts.FeatureCounts);
        foreach (var sets in (SignificanceSets[])[analysis.PooledSets, analysis.PairedSets])
            row = Block(sheet, row, $"Significant features by the rule of [T], {sets.Form.Words()}",
                SignificanceText.ByChance(analysis, sets.Form), "composition only", sets.Targets, sets.FeatureCounts);
        sheet.Widths(4, 30, Width);
    }

    private static int Block(
        IXLWorksheet sheet,
        int row,
        string title,
        string? chance,
        string difference,
        ImmutableArray<TargetSignificance> targets,
        ImmutableArray<FeatureCount>? featureCounts)
    {
        sheet.Cell(row++, 1).Text(title).Style.Font.SetBold().Font.SetFontSize(13);
        if (chance is not null) sheet.Cell(row++, 1).Text(chance).Style.Font.SetFontColor(XLColor.Gray);
        var column = 1;
        foreach (var heading in (string[])["target", "structure", "composition", difference])
            sheet.Cell(row, column++).Text(heading).Style.Font.SetBold().Border.SetBottomBorder(XLBorderStyleValues.Thin);
        row++;
        foreach (var target in targets)
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
        if (featureCounts is not { } counts) return row;
        sheet.Cell(row, 1).Text("feature").Style.Font.SetBold();
        sheet.Cell(row++, 2).Text("times in the last column").Style.Font.SetBold();
        foreach (var count in counts)
        {
            sheet.Cell(row, 1).Text(count.Features.Label());
            sheet.Cell(row++, 2).SetValue(count.Count).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left);
        }

        return row + 1;
    }

    private static string List(ImmutableArray<PropertySet>? features) =>
        features is not { } sets ? "not studied" : sets.IsEmpty ? "none" : string.Join(", ", sets.Select(PropertySetText.Label));
}
