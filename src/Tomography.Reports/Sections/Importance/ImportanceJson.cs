using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Importance in <c>analysis.json</c>; percent.</summary>
internal static class ImportanceJson
{
    /// <summary>The importance table of a representation.</summary>
    public static object Table(ImportanceTable table) => new { table.Representation, Cells = table.Cells.Select(Cell) };

    private static object Cell(ImportanceCell cell) => new
    {
        Feature = cell.Feature.Value,
        Target = cell.Target.Value,
        cell.IsSelf,
        cell.IsComplete,
        Seeds = new { Planned = cell.PlannedSeeds, Baseline = cell.BaselineSeeds, Augmented = cell.AugmentedSeeds, Paired = cell.PairedSeeds },
        Pooled = Value(cell.Pooled),
        Paired = Value(cell.Paired),
    };

    private static object Value(ImportanceValue value) => new
    {
        value.Percent?.Change,
        value.Percent?.Upper,
        value.Percent?.Lower,
        Significant = value.Percent?.IsSignificant,
        Harmful = value.Percent?.IsHarmful,
        value.Missing,
    };
}
