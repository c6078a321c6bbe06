using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>Significance and couplings in <c>analysis.json</c>.</summary>
internal static class SignificanceJson
{
    /// <summary>Table 1 in a form.</summary>
    public static object Sets(SignificanceSets sets) => Sets(sets.Targets, sets.FeatureCounts);

    /// <summary>Table 1 by verdicts.</summary>
    public static object Sets(VerdictSets sets) => Sets(sets.Targets, sets.FeatureCounts);

    /// <summary>The couplings of a representation in numbers.</summary>
    public static object Coupling(CouplingSummary summary) => new
    {
        Representation = summary.Representation.Name,
        summary.Form,
        summary.Couplings,
        summary.Missing,
        summary.Significant,
        summary.Harmful,
        summary.ByChance,
        Strongest = summary.Strongest is { } cell
            ? new { Features = cell.Features.Names(), Target = cell.Target.Value, cell.In(summary.Form).Percent!.Value.Change }
            : null,
    };

    private static object Sets(ImmutableArray<TargetSignificance> targets, ImmutableArray<FeatureCount>? counts) => new
    {
        Targets = targets.Select(row => new
        {
            Target = row.Target.Value,
            Structure = Sets(row.Structure),
            Composition = Sets(row.Composition),
            CompositionOnly = Sets(row.CompositionOnly),
        }),
        FeatureCounts = counts?.Select(count => new { Features = count.Features.Names(), count.Count }),
    };

    // Each feature or set as the list of its names.
    private static IEnumerable<IEnumerable<string>>? Sets(ImmutableArray<PropertySet>? sets) => sets?.Select(features => features.Names());
}
