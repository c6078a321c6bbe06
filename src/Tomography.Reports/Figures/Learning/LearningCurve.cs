using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>The validation error of a model by epoch, over its seeds, in the target's unit.</summary>
/// <param name="Representation">The representation.</param>
/// <param name="Target">The target.</param>
/// <param name="Features">The features that the model is given; none for the baseline.</param>
/// <param name="Epochs">Per epoch, from the first, the range over the seeds; it ends where a seed has no finite number.</param>
/// <param name="BestEpochs">The best epoch of each seed.</param>
internal sealed record LearningCurve(
    Representation Representation, PropertyName Target, PropertySet Features, ImmutableArray<ErrorRange> Epochs,
    ImmutableArray<int> BestEpochs)
{
    /// <summary>The curves of a study, by target and then representation: the baseline, and the model with the feature that reduces the
    /// error most among those that inform, where there is one.</summary>
    public static ImmutableArray<LearningCurve> Of(ReportInput input)
    {
        var scores = input.Results.Scores.Where(score => !score.ValidationErrors.IsEmpty)
            .ToLookup(score => (score.Model.Representation, score.Target, score.Model.Features));
        return
        [
            .. from target in input.Analysis.Targets
               from representation in input.Analysis.Representations
               from features in Shown(input.Analysis, representation, target.Name)
               let curve = Of(representation, target.Name, features, [.. scores[(representation, target.Name, features)]])
               where curve is not null
               select curve,
        ];
    }

    private static IEnumerable<PropertySet> Shown(StudyAnalysis analysis, Representation representation, PropertyName target)
    {
        yield return PropertySet.None;
        var best = analysis.Verdicts
            .Where(v => v.Representation == representation && v.Target == target && v is { Kind: VerdictKind.Informs, Effect: not null })
            .MinBy(v => v.Effect!.Change);
        if (best is not null) yield return best.Feature;
    }

    private static LearningCurve? Of(Representation representation, PropertyName target, PropertySet features, ModelScore[] scores)
    {
        // Of several baselines, the one on most materials.
        var models = scores.GroupBy(score => score.Model.Materials).OrderBy(group => group.Key.Count).FirstOrDefault()?.ToArray() ?? [];
        if (models.Length == 0) return null;
        var length = models.Min(score => score.ValidationErrors.TakeWhile(double.IsFinite).Count());
        return length == 0 ? null : new(
            representation, target, features,
            [.. Enumerable.Range(0, length).Select(e => ErrorRange.Of([.. models.Select(score => score.ValidationErrors[e])]))],
            [.. models.Select(score => score.BestEpoch)]);
    }
}
