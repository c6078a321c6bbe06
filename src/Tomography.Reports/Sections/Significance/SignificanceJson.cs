using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Significance and couplings in <c>analysis.json</c>.</summary>
internal static class SignificanceJson
{
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
        Representation = summary.Representation.Word(),
        summary.Form,
        summary.Couplings,
        summary.Missing,
        summary.Significant,
        summary.Harmful,
        Strongest = summary.Strongest is { } cell
            ? new { Feature = cell.Feature.Value, Target = cell.Target.Value, cell.In(summary.Form).Percent!.Value.Change }
            : null,
    };
}
