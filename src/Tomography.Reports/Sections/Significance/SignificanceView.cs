using System.Collections.Immutable;
using System.Globalization;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>Table 1 of [T] in both forms of importance.</summary>
internal static class SignificanceView
{
    public static object Of(StudyAnalysis analysis) => new
    {
        tables = new[] { analysis.PooledSets, analysis.PairedSets }.Select(sets => Table(sets, analysis.Representations)).ToArray(),
    };

    private static object Table(SignificanceSets sets, ImmutableArray<Representation> representations)
    {
        // In the order of [T], whatever that of the experiment.
        var columns = new[] { Representation.Structure, Representation.Composition }.Where(representations.Contains).ToArray();
        var counts = sets.FeatureCounts?.OrderByDescending(count => count.Count).ToArray() ?? [];
        return new
        {
            form = sets.Form.Words(),
            columns = columns.Select(r => r.Name),
            hasDifference = sets.FeatureCounts is not null,
            rows = sets.Targets.Select(row => new
            {
                target = row.Target.Value,
                sets = columns.Select(representation => Set(row.In(representation))),
                difference = Set(row.CompositionOnly),
            }),
            counts = counts.Where(count => count.Count > 0).Select(count => new
            {
                feature = count.Features.Label(),
                count = NumberText.Count(count.Count),
                width = (100.0 * count.Count / Math.Max(1, sets.Targets.Length)).ToString("0.#", CultureInfo.InvariantCulture),
            }),
            never = string.Join(", ", counts.Where(count => count.Count == 0).Select(count => count.Features.Label())),
        };
    }

    private static object Set(ImmutableArray<PropertySet>? features) => new
    {
        features = features?.Select(PropertySetText.Label) ?? [],
        isEmpty = features is null or { IsEmpty: true },
    };
}
