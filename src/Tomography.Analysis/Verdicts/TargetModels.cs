using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>The models of a target that have something beyond its baseline: a feature, or a partner to learn along.</summary>
/// <param name="Given">What they have.</param>
/// <param name="Errors">Their errors beside those of the baseline.</param>
internal sealed record TargetModels(PropertySet Given, SeedErrors Errors)
{
    /// <summary>What is known of the edges of one target in one representation, whose variances are estimated together.</summary>
    /// <param name="representation">The representation.</param>
    /// <param name="target">The target.</param>
    /// <param name="rows">All models beside the baseline, controls included.</param>
    /// <param name="judged">Which of them make edges.</param>
    /// <param name="controlOf">The control of an edge, one of the rows; null where there is none.</param>
    /// <param name="statistics">Gives what errors on single crystals come to.</param>
    public static IEnumerable<EdgeEvidence> Judged(
        Representation representation, PropertyName target, IReadOnlyList<TargetModels> rows, IReadOnlyList<PropertySet> judged,
        Func<PropertySet, PropertySet?> controlOf, IPairedErrors statistics)
    {
        var given = rows.Select(row => row.Given).ToArray();
        var evidence = rows.ToDictionary(row => row.Given, row => row.Errors);
        var all = rows.Select(row => row.Errors.Paired.Parts).ToArray();
        var parts = given.Zip(all).ToDictionary(p => p.First, p => p.Second);
        var scatters = given.Zip(EffectEstimator.Scatters(all)).ToDictionary(p => p.First, p => p.Second);
        var effects = given.Zip(EffectEstimator.Finished(all)).ToDictionary(p => p.First, p => p.Second);
        var controls = judged.ToDictionary(f => f, controlOf);
        var beside = judged.ToDictionary(
            f => f, f => controls[f] is { } c ? evidence[f].AgainstOther(target, evidence[c], statistics) : null);
        var against = judged.Select(f => beside[f]?.Parts).ToArray();
        var finished = judged.Zip(EffectEstimator.Finished(against)).ToDictionary(p => p.First, p => p.Second);
        var scattersOfControl = judged.Zip(EffectEstimator.Scatters(against)).ToDictionary(p => p.First, p => p.Second);
        foreach (var feature in judged)
        {
            var control = finished[feature] is null ? null : controls[feature];
            yield return new(representation, feature, target)
            {
                Parts = parts[feature],
                Effect = effects[feature],
                Control = control,
                ControlSeeds = controls[feature] is { } asked && evidence[asked].Planned > 0 ? beside[feature]!.Seeds : null,
                AgainstControl = finished[feature],
                ControlEffect = control is { } c ? effects[c] : null,
                Errors = evidence[feature],
                Outlook = EdgeOutlook.Of(evidence[feature], scatters[feature], scattersOfControl[feature]),
            };
        }
    }
}
