using System.Collections.Immutable;
using System.Globalization;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>Table 1 by verdicts, and by the rule of [T] in both forms of importance.</summary>
internal static class SignificanceView
{
    public static object Of(StudyAnalysis analysis) => new
    {
        tables = new[]
        {
            Table(
                "Features that inform, by verdicts", null, analysis.VerdictSets.Targets, analysis.VerdictSets.FeatureCounts,
                "composition, and nothing in structure", analysis),
            Table(analysis.PooledSets, analysis),
            Table(analysis.PairedSets, analysis),
        },
    };

    private static object Table(SignificanceSets sets, StudyAnalysis analysis) => Table(
        $"Significant features by the rule of [T], {sets.Form.Words()}", SignificanceText.ByChance(analysis, sets.Form), sets.Targets,
        sets.FeatureCounts, "composition, not structure", analysis);

    private static object Table(
        string caption,
        string? chance,
        ImmutableArray<TargetSignificance> targets,
        ImmutableArray<FeatureCount>? featureCounts,
        string difference,
        StudyAnalysis analysis)
    {
        // In the order of [T], whatever that of the experiment.
        var columns = new[] { Representation.Structure, Representation.Composition }.Where(analysis.Representations.Contains).ToArray();
        var counts = featureCounts?.OrderByDescending(count => count.Count).ToArray() ?? [];
        return new
        {
            caption,
            chance,
            columns = columns.Select(r => r.Name),
            difference = featureCounts is null ? null : difference,
            rows = targets.Select(row => new
            {
                target = row.Target.Value,
                sets = columns.Select(representation => Set(row.In(representation))),
                difference = Set(row.CompositionOnly),
            }),
            counts = counts.Where(count => count.Count > 0).Select(count => new
            {
                feature = count.Features.Label(),
                count = NumberText.Count(count.Count),
                width = (100.0 * count.Count / Math.Max(1, targets.Length)).ToString("0.#", CultureInfo.InvariantCulture),
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
