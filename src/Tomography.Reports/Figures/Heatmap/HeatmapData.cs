using System.Globalization;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The numbers of a heatmap: a row per cell, in the order of the cells, with a column for each seed.</summary>
internal static class HeatmapData
{
    public static FigureData Of(StudyAnalysis analysis, ImportanceTable table, ImportanceForm form)
    {
        var seeds = table.Cells.SelectMany(cell => cell.SeedChanges).Select(seed => seed.Seed).Distinct()
            .OrderBy(seed => analysis.Seeds.Contains(seed) ? analysis.Seeds.IndexOf(seed) : int.MaxValue).ToArray();
        return FigureData.Of(
            table.Cells.Select(cell => (
                Cell: cell, cell.In(form).Percent, Verdict: analysis.Verdict(table.Representation, cell.Features, cell.Target))),
            [
                ("features", r => r.Cell.Features.Label()),
                ("target", r => r.Cell.Target.Value),
                ("change_percent", r => r.Percent?.Change),
                ("upper_percent", r => r.Percent?.Upper),
                ("lower_percent", r => r.Percent?.Lower),
                ("verdict", r => r.Verdict?.Kind.Word()),
                ("reason", r => r.Verdict?.Reason.Word()),
                ("contains_target", r => r.Cell.ContainsTarget),
                ("is_control", r => r.Cell.Features.All(analysis.Controls.Contains)),
                ("seeds_planned", r => r.Cell.PlannedSeeds),
                ("materials", r => r.Cell.Materials),
                .. seeds.Select(seed => (
                    string.Create(CultureInfo.InvariantCulture, $"seed_{seed}_percent"),
                    (Func<(ImportanceCell Cell, PercentChange? Percent, EdgeVerdict? Verdict), object?>)(r =>
                        r.Cell.SeedChanges.Where(c => c.Seed == seed).Select(c => (object?)(100 * c.Change)).FirstOrDefault()))),
            ]);
    }
}
