using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Importance in <c>analysis.json</c>; percent. A row is the list of its features.</summary>
internal static class ImportanceJson
{
    /// <summary>The importance table of a representation.</summary>
    public static object Table(ImportanceTable table) => new { table.Representation, Cells = table.Cells.Select(Cell) };

    private static object Cell(ImportanceCell cell) =>
        new
        {
            Features = cell.Features.Names(),
            Target = cell.Target.Value,
            cell.IsSelf,
            cell.ContainsTarget,
            cell.IsComplete,
            Seeds = new
            {
                Planned = cell.PlannedSeeds,
                Baseline = cell.BaselineSeeds,
                Augmented = cell.AugmentedSeeds,
                Paired = cell.PairedSeeds,
            },
            cell.Materials,
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
