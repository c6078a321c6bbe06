using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Importance in one representation and form: the changes as a heatmap, below them the upper and lower bounds.</summary>
internal static class HeatmapSheet
{
    private const double ScalePercent = 10;

    /// <summary>Name of the sheet.</summary>
    public static string Name(ImportanceTable table, ImportanceForm form) =>
        ImportanceText.Capital(table.Representation) + (form == ImportanceForm.Pooled ? "" : " paired");

    /// <summary>Fills the sheet.</summary>
    /// <param name="sheet">The empty sheet.</param>
    /// <param name="table">The table.</param>
    /// <param name="form">The form of importance.</param>
    /// <param name="analysis">The study, for the verdicts.</param>
    /// <param name="showsMaterials">Whether to add the numbers of materials.</param>
    public static void Fill(
        IXLWorksheet sheet, ImportanceTable table, ImportanceForm form, StudyAnalysis analysis, bool showsMaterials)
    {
        var word = ImportanceText.Capital(table.Representation);
        sheet
            .Cell(1, 1)
            .Text($"{word}: importance of features (rows) for targets (columns), percent change of the test error {form.Words()}")
            .Style.Font.SetBold();
        const string marks =
            "Bold: the feature informs, by the verdicts below. Changes and bounds as [T] takes them, over seeds. "
            + "Italic: the target itself is among the features (positive control); counts nowhere.";
        sheet.Cell(2, 1).Text(marks).Style.Font.SetFontColor(XLColor.Gray);
        var height = table.Features.Length + 3;
        Percents(sheet, 4, "change", table, form, percent => percent.Change, isMain: true, analysis);
        Percents(sheet, 4 + height, "upper bound", table, form, percent => percent.Upper, isMain: false, analysis);
        Percents(sheet, 4 + 2 * height, "lower bound", table, form, percent => percent.Lower, isMain: false, analysis);
        Block(sheet, 4 + 3 * height, "verdict", table, (cell, importance) =>
            cell.Text(VerdictOf(analysis, table, importance)?.Kind.Word() ?? "").Style.Alignment.SetHorizontal(
                XLAlignmentHorizontalValues.Center));
        if (showsMaterials) Block(sheet, 4 + 4 * height, "materials", table, Materials);
        sheet.SheetView.FreezeColumns(1);
        sheet.Widths(1 + table.Targets.Length, 30, 15);
    }

    /// <summary>Colours changes in percent: blue from -10, white at 0, red to +10; light enough for black text at both ends.</summary>
    public static void Scale(IXLRange range) => range.AddConditionalFormat().ColorScale()
        .Minimum(XLCFContentType.Number, -ScalePercent, XLColor.FromHtml("#7FB2E5"))
        .Midpoint(XLCFContentType.Number, 0, XLColor.White)
        .Maximum(XLCFContentType.Number, ScalePercent, XLColor.FromHtml("#EE9A86"));

    private static void Percents(
        IXLWorksheet sheet,
        int top,
        string title,
        ImportanceTable table,
        ImportanceForm form,
        Func<PercentChange, double> value,
        bool isMain,
        StudyAnalysis analysis)
    {
        Block(sheet, top, title, table, (cell, importance) =>
            Fill(cell, importance, form, value, isMain, VerdictOf(analysis, table, importance)));
        if (!isMain || table.Features.IsEmpty) return;
        Scale(sheet.Range(top + 1, 2, top + table.Features.Length, 1 + table.Targets.Length));
    }

    private static void Block(IXLWorksheet sheet, int top, string title, ImportanceTable table, Action<IXLCell, ImportanceCell> fill)
    {
        sheet.Cell(top, 1).Text(title).Style.Font.SetBold();
        for (var t = 0; t < table.Targets.Length; t++)
            sheet.Cell(top, 2 + t).Text(table.Targets[t].Name.Value).Style
                .Font.SetBold().Alignment.SetWrapText().Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);
        for (var f = 0; f < table.Features.Length; f++)
        {
            sheet.Cell(top + 1 + f, 1).Text(table.Features[f].Label());
            for (var t = 0; t < table.Targets.Length; t++) fill(sheet.Cell(top + 1 + f, 2 + t), table[f, t]);
        }
    }

    private static void Materials(IXLCell cell, ImportanceCell importance)
    {
        cell.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);
        if (importance.Materials is { } materials) cell.SetValue(materials);
    }

    private static void Fill(
        IXLCell cell,
        ImportanceCell importance,
        ImportanceForm form,
        Func<PercentChange, double> value,
        bool isMain,
        EdgeVerdict? verdict)
    {
        cell.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);
        if (importance.In(form).Percent is not { } percent)
        {
            cell.Text("n/a").Style.Font.SetFontColor(XLColor.Gray);
            return;
        }

        cell.SetValue(value(percent)).Style.NumberFormat.SetFormat(Sheet.PercentFormat);
        if (!isMain) return;
        if (importance.ContainsTarget) cell.Style.Font.SetItalic();
        else if (verdict?.Kind == VerdictKind.Informs) cell.Style.Font.SetBold().Border.SetOutsideBorder(XLBorderStyleValues.Medium);
    }

    private static EdgeVerdict? VerdictOf(StudyAnalysis analysis, ImportanceTable table, ImportanceCell cell) =>
        analysis.Verdict(table.Representation, cell.Features, cell.Target);
}
