using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Importance, significance and couplings in <c>analysis.json</c>; percent.</summary>
internal static class ImportanceJson
{
    /// <summary>The importance table of a representation.</summary>
    public static object Table(ImportanceTable table) => new { table.Representation, Cells = table.Cells.Select(Cell) };

    /// <summary>Table 1 in a form.</summary>
    public static object Sets(SignificanceSets sets) => new
    {
        Targets = sets.Targets.Select(row => new
        {
            Target = row.Target.Value,
            Structure = row.Structure?.Names(),
            Composition = row.Composition?.Names(),
            CompositionOnly = row.CompositionOnly?.Names(),
        }),
        FeatureCounts = sets.FeatureCounts?.Select(count => new { Feature = count.Feature.Value, count.Count }),
    };

    /// <summary>The couplings of a representation in numbers.</summary>
    public static object Coupling(CouplingSummary summary) => new
    {
        summary.Representation,
        summary.Form,
        summary.Couplings,
        summary.Missing,
        summary.Significant,
        summary.Harmful,
        Strongest = summary.Strongest is { } cell
            ? new { Feature = cell.Feature.Value, Target = cell.Target.Value, cell.In(summary.Form).Percent!.Value.Change }
            : null,
    };

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
