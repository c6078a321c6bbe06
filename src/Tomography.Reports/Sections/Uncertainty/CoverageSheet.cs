using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The coverage of intervals, by level and by group of crystals.</summary>
internal static class CoverageSheet
{
    private static readonly string[] s_headings =
    [
        "representation", "target", "group", "level", "crystals", "coverage", "standard deviation", "mean width",
        "coverage by the group alone",
    ];

    public static void Fill(IXLWorksheet sheet, UncertaintyAnalysis uncertainty)
    {
        sheet.Headings(1, s_headings);
        var row = 2;
        foreach (var t in uncertainty.Targets)
        {
            foreach (var level in t.Levels) Row(t, "all", level.Level, t.Crystals, level, null);
            foreach (var group in t.Groups)
                Row(t, group.Name, uncertainty.Settings.Level, group.Crystals, group.ForAll, group.Own?.Coverage);
        }

        sheet.Table(row - 1, s_headings.Length);
        sheet.Widths(s_headings.Length, 16, 30, 18, 10, 11, 12, 20, 16, 28);

        void Row(TargetUncertainty target, string group, double level, int crystals, LevelCoverage? coverage, double? own)
        {
            var format = "0." + new string('0', Math.Max(1, NumberText.Decimals(target.Error)));
            sheet.Cell(row, 1).Text(target.Representation.Name);
            sheet.Cell(row, 2).Text(target.Target.Value);
            sheet.Cell(row, 3).Text(group);
            sheet.Cell(row, 4).Number(level);
            sheet.Cell(row, 5).SetValue(crystals);
            sheet.Cell(row, 6).Number(coverage?.Coverage);
            sheet.Cell(row, 7).Number(coverage?.Deviation);
            sheet.Cell(row, 8).Number(coverage?.Width, format);
            sheet.Cell(row, 9).Number(own);
            row++;
        }
    }
}
