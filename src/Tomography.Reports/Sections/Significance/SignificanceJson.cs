using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

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
            Structure = Sets(row.Structure),
            Composition = Sets(row.Composition),
            CompositionOnly = Sets(row.CompositionOnly),
        }),
        FeatureCounts = sets.FeatureCounts?.Select(count => new { Features = count.Features.Names(), count.Count }),
    };

    /// <summary>The couplings of a representation in numbers.</summary>
    public static object Coupling(CouplingSummary summary) => new
    {
        Representation = summary.Representation.Name,
        summary.Form,
        summary.Couplings,
        summary.Missing,
        summary.Significant,
        summary.Harmful,
        Strongest = summary.Strongest is { } cell
            ? new { Features = cell.Features.Names(), Target = cell.Target.Value, cell.In(summary.Form).Percent!.Value.Change }
            : null,
    };

    // Each feature or set as the list of its names.
    private static IEnumerable<IEnumerable<string>>? Sets(ImmutableArray<PropertySet>? sets) => sets?.Select(features => features.Names());
}
