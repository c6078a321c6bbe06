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
                "composition, and nothing in structure", analysis,
                SignificanceFigure.Of(
                    "table-1-verdicts", "by verdicts",
                    "A feature counts where it informs; in the last column where it informs in composition and shows to be nothing in "
                        + "structure.",
                    analysis.VerdictSets.Targets, analysis.VerdictSets.FeatureCounts)),
            Table(analysis.PooledSets, analysis),
            Table(analysis.PairedSets, analysis),
        },
    };

    private static object Table(SignificanceSets sets, StudyAnalysis analysis) => Table(
        $"Significant features by the rule of [T], {sets.Form.Words()}", SignificanceText.ByChance(analysis, sets.Form), sets.Targets,
        sets.FeatureCounts, "composition, not structure", analysis,
        SignificanceFigure.Of(
            $"table-1-{(sets.Form == ImportanceForm.Pooled ? "over-seeds" : "paired")}", $"by the rule of [T], {sets.Form.Words()}",
            "A feature counts where even the upper bound of its change over the seeds is below zero.", sets.Targets, sets.FeatureCounts));

    private static object Table(
        string caption,
        string? chance,
        ImmutableArray<TargetSignificance> targets,
        ImmutableArray<FeatureCount>? featureCounts,
        string difference,
        StudyAnalysis analysis,
        ReportFigure? figure)
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
            figure,
            never = string.Join(", ", counts.Where(count => count.Count == 0).Select(count => count.Features.Label())),
        };
    }

    private static object Set(ImmutableArray<PropertySet>? features) => new
    {
        features = features?.Select(PropertySetText.Label) ?? [],
        isEmpty = features is null or { IsEmpty: true },
    };
}
