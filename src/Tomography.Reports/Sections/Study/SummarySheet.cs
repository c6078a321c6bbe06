using System.Globalization;
using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The first sheet: what was studied and what came out, in words and numbers.</summary>
internal static class SummarySheet
{
    public static void Fill(IXLWorksheet sheet, StudyAnalysis analysis, ReportContext context)
    {
        sheet.Cell(1, 1).Text(context.Experiment).Style.Font.SetBold().Font.SetFontSize(16);
        var row = 3;
        var dataset = analysis.Dataset;
        if (dataset.IsSynthetic)
            Line("notice", "These crystals are a phantom: synthetic, with properties given by formulas.");
        if (!analysis.IsComplete)
            Line("notice", $"Incomplete: {analysis.MissingModels.Length} of {analysis.PlannedModels} models are missing.");
        if (analysis.Seeds.Length == 1)
            Line("notice", "One seed only: the range of each change is zero, so every improvement counts as significant, however small.");
        if (MaterialsText.Of(analysis) is { } materials)
            Line("notice", materials);
        foreach (var baseline in analysis.Baselines.Where(baseline => baseline.IsNoBetterThanConstant))
            Line("notice", $"The {baseline.Representation.Name} baseline of {baseline.Target.Name} is no better than the best constant.");
        Line("dataset", dataset.Name);
        Number("materials", dataset.Materials);
        Number("formulas", dataset.Formulas);
        Number("materials whose formula is unique, percent", 100 * dataset.UniqueFormulaShare, "0.00");
        Number("materials set aside", dataset.SetAside);
        Number("models planned", analysis.PlannedModels);
        Number("models trained", analysis.PlannedModels - analysis.MissingModels.Length);
        foreach (var group in analysis.Verdicts.GroupBy(verdict => verdict.Representation))
            Line(
                $"{group.Key.Name}, verdicts",
                string.Join(", ", group.GroupBy(verdict => verdict.Kind).OrderBy(kind => kind.Key)
                    .Select(kind => $"{kind.Count()} {kind.Key.Word()}")));
        foreach (var lattice in analysis.Entanglement.Representations)
            Line($"{lattice.Lattice.Scope()}, regime", lattice.Regime.Announced?.Word() ?? "no clear regime");
        foreach (var coupling in analysis.Couplings)
        {
            var name = $"{coupling.Representation.Name}, {coupling.Form.Words()}";
            var strongest = coupling.Strongest is { } cell
                ? $"; strongest: {cell.Features.Label()} for {cell.Target}, "
                    + cell.In(coupling.Form).Percent!.Value.Change.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " %"
                : "";
            Line(
                $"by [T]: {name}",
                $"{coupling.Significant} of {coupling.Couplings} couplings significant, {coupling.Harmful} harmful{strongest}");
        }

        foreach (var kind in Enum.GetValues<VerdictKind>()) Line(kind.Word(), kind.Meaning());
        Line("colours", "blue: the error becomes smaller; red: larger; white: 0; full colour from 10 % on");
        foreach (var setting in context.Settings) Line(setting.Name, setting.Value);
        Line("program", context.ProgramVersion);
        Line("written", context.GeneratedAt.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture));
        sheet.Widths(2, 44, 110);

        void Line(string name, string value)
        {
            sheet.Cell(row, 1).Text(name);
            sheet.Cell(row++, 2).Text(value);
        }

        void Number(string name, double value, string format = "#,##0")
        {
            sheet.Cell(row, 1).Text(name);
            sheet
                .Cell(row++, 2)
                .SetValue(value)
                .Style.NumberFormat.SetFormat(format)
                .Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left);
        }
    }
}
