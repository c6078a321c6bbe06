using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// Gives every edge of a study its verdict, by one rule: an effect against the baseline and against the control of the feature's own width,
/// corrected for the number of edges; unless something is wrong with what it rests on.
/// </summary>
internal static class VerdictAnalysis
{
    /// <summary>The verdicts, by representation, target and feature, in the order of the study.</summary>
    /// <param name="results">The study.</param>
    /// <param name="scores">Its scores.</param>
    /// <param name="options">Errors of single crystals, formulas and settings.</param>
    public static ImmutableArray<EdgeVerdict> Of(StudyResults results, ScoreIndex scores, AnalysisOptions options) =>
        VerdictRule.Decide(FindingsOf(results, scores, options), options.Verdicts);

    /// <summary>What was found of each edge, in the same order.</summary>
    /// <param name="results">The study.</param>
    /// <param name="scores">Its scores.</param>
    /// <param name="options">Errors of single crystals, formulas and settings.</param>
    public static ImmutableArray<EdgeFindings> FindingsOf(StudyResults results, ScoreIndex scores, AnalysisOptions options)
    {
        var statistics = options.ErrorsOfPairs();
        return
        [
            .. results.Representations
                .SelectMany(r => results.Targets.SelectMany(t => EdgesOf(r, t.Name, results, scores, options, statistics)))
                .Select(edge => EdgeFindings.Of(edge, options.Verdicts)),
        ];
    }

    private static IEnumerable<EdgeEvidence> EdgesOf(
        Representation representation, PropertyName target, StudyResults results, ScoreIndex scores, AnalysisOptions options,
        IPairedErrors statistics)
    {
        TargetModels[] rows =
        [
            .. results.Features.Select(f => new TargetModels(f, SeedErrors.Of(representation, target, f, scores, statistics))),
        ];
        PropertySet[] judged =
        [
            .. rows.Where(row => !results.IsControl(row.Given) && !row.Given.Contains(target) && row.Errors.Planned > 0)
                .Select(row => row.Given),
        ];
        return TargetModels.Judged(representation, target, rows, judged, results.ControlOf, statistics).Select(edge => edge with
        {
            Looks = LookCorrection.Looks(results, edge.Errors.Scores.Select(s => s.With.Model)),
            HasOddData = edge.Feature.Append(target).Any(options.OddProperties.Contains),
        });
    }
}
