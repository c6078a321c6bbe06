using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Takes the errors of the baselines from the scores of a study.</summary>
internal static class BaselineAnalysis
{
    /// <summary>
    /// The baselines by representation and target: for each first the one on the most materials, then those on the materials that have a
    /// feature with gaps.
    /// </summary>
    public static ImmutableArray<ImmutableArray<BaselineError>> Of(StudyResults results, ScoreIndex scores) =>
    [
        .. from representation in results.Representations
           from target in results.Targets
           select Of(representation, target, scores),
    ];

    private static ImmutableArray<BaselineError> Of(Representation representation, Property target, ScoreIndex scores)
    {
        var baselines = scores.Models(representation, target.Name, PropertySet.None).GroupBy(model => model.Materials)
            .Select(models => (Materials: models.Key, Scores: models.Select(model => scores.Find(model, target.Name)).OfType<ModelScore>()))
            .Select(models => Of(representation, target, models.Materials, [.. models.Scores]))
            // The more properties the materials must have, the fewer there are; a stable sort keeps the order of the study.
            .OrderBy(baseline => baseline.MaterialsWith.Count)
            .ToImmutableArray();
        return baselines.IsEmpty ? [Of(representation, target, PropertySet.None, [])] : baselines;
    }

    private static BaselineError Of(Representation representation, Property target, PropertySet materials, ModelScore[] scores)
    {
        if (scores.Length == 0) return new(representation, target, materials, 0, null);
        var r2 = scores.Select(score => score.R2).OfType<double>().ToArray();
        return new(representation, target, materials, scores.Length, ErrorRange.Of([.. scores.Select(score => score.TestMae)]))
        {
            Materials = scores.Min(score => score.Materials),
            ConstantMae = ErrorRange.Of([.. scores.Select(score => score.ConstantMae)]).Mean,
            Convergence = Convergence.Of(scores),
            R2 = r2.Length == 0 ? null : ErrorRange.Of(r2).Mean,
        };
    }
}
