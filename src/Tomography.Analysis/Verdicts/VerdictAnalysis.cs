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
        var clusters = FormulaClusters.Of(options.Formulas);
        return
        [
            .. results.Representations
                .SelectMany(r => results.Targets.SelectMany(t => EdgesOf(r, t.Name, results, scores, options, clusters)))
                .Select(edge => Found(edge, options.Verdicts)),
        ];
    }

    private static EdgeFindings Found(EdgeEvidence edge, VerdictSettings settings) =>
        new(edge.Representation, edge.Feature, edge.Target, VerdictRule.Obstacle(edge, settings), edge.Effect)
        {
            Control = edge.Control,
            AgainstControl = edge.AgainstControl,
            ControlEffect = edge.ControlEffect,
            LeastZ = edge.Parts?.LeastZ ?? 0,
            MostZ = edge.Parts?.MostZ ?? 0,
            SeedsPlanned = edge.Errors.Planned,
            SeedsMeasured = edge.Errors.Measured,
            Looks = edge.Looks,
            Outlook = edge.Outlook,
        };

    private static IEnumerable<EdgeEvidence> EdgesOf(
        Representation representation, PropertyName target, StudyResults results, ScoreIndex scores, AnalysisOptions options,
        FormulaClusters clusters)
    {
        var evidence = results.Features.ToDictionary(f => f, f => SeedErrors.Of(representation, target, f, scores, options.TestErrors));
        var parts = results.Features.Select(f => EffectEstimator.Of(evidence[f].Pairs, clusters)).ToArray();
        var scatters = results.Features.Zip(EffectEstimator.Scatters(parts)).ToDictionary(p => p.First, p => p.Second);
        var effects = results.Features.Zip(EffectEstimator.Finished(parts)).ToDictionary(p => p.First, p => p.Second);
        PropertySet[] judged = [.. results.Features.Where(f => !results.IsControl(f) && !f.Contains(target) && evidence[f].Planned > 0)];
        var controls = judged.ToDictionary(f => f, f => results.ControlOf(f));
        var against = judged.Select(f =>
            controls[f] is { } c ? EffectEstimator.Of(evidence[f].AgainstOther(evidence[c]), clusters) : null).ToArray();
        var finished = judged.Zip(EffectEstimator.Finished(against)).ToDictionary(p => p.First, p => p.Second);
        var scattersOfControl = judged.Zip(EffectEstimator.Scatters(against)).ToDictionary(p => p.First, p => p.Second);
        foreach (var feature in judged)
        {
            var control = finished[feature] is null ? null : controls[feature];
            yield return new(representation, feature, target)
            {
                Parts = parts[results.Features.IndexOf(feature)],
                Effect = effects[feature],
                Control = control,
                AgainstControl = finished[feature],
                ControlEffect = control is { } c ? effects[c] : null,
                Errors = evidence[feature],
                Looks = LookCorrection.Looks(results, evidence[feature].Scores.Select(s => s.With.Model)),
                Outlook = EdgeOutlook.Of(evidence[feature], scatters[feature], scattersOfControl[feature]),
                HasOddData = feature.Append(target).Any(options.OddProperties.Contains),
            };
        }
    }
}
