using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>The scores of a study by model: what is there, and what is not.</summary>
internal sealed class ScoreIndex
{
    private readonly ImmutableArray<PlannedModel> _planned;
    private readonly Dictionary<PlannedModel, ModelScore> _scores = [];
    private readonly ILookup<(Representation, PropertyName, PropertyName?), int> _plannedSeeds;

    /// <summary>Indexes the scores.</summary>
    /// <exception cref="ArgumentException">A model occurs twice, was not asked for (with a score or as failed), or has an error that is negative or not a number.</exception>
    public ScoreIndex(StudyResults results)
    {
        CheckControls(results);
        _planned = [.. Grid(results).Concat(results.FurtherModels).Distinct()];
        Seeds = [.. results.Seeds.Concat(results.FurtherModels.Select(model => model.Seed)).Distinct()];
        _plannedSeeds = _planned.ToLookup(model => (model.Representation, model.Target, model.Feature), model => model.Seed);
        var planned = _planned.ToHashSet();
        if (results.FailedModels.FirstOrDefault(model => !planned.Contains(model)) is { } unknown)
            throw new ArgumentException($"The failed model {unknown.Describe()} is not part of the study; expected one of its representations, targets, features and seeds.", nameof(results));
        foreach (var score in results.Scores)
        {
            var model = new PlannedModel(score.Representation, score.Target, score.Feature, score.Seed);
            var problem =
                !planned.Contains(model) ? "is not part of the study; expected one of its representations, targets, features and seeds"
                : !IsError(score.TestMae) ? $"has the test error {score.TestMae:R}; expected a number of at least 0"
                : !IsError(score.ValidationMae) ? $"has the validation error {score.ValidationMae:R}; expected a number of at least 0"
                : !_scores.TryAdd(model, score) ? "occurs twice; expected one row per model"
                : null;
            if (problem is not null) throw new ArgumentException($"The result of {model.Describe()} {problem}.", nameof(results));
        }
    }

    /// <summary>The seeds of the study, then those that only further models have.</summary>
    public ImmutableArray<int> Seeds { get; }

    /// <summary>How many models the study asks for.</summary>
    public int PlannedModels => _planned.Length;

    /// <summary>The models that are asked for and not there, in the order of the study.</summary>
    public ImmutableArray<PlannedModel> Missing => [.. _planned.Where(model => !_scores.ContainsKey(model))];

    /// <summary>The seeds that a model is asked for.</summary>
    public IReadOnlySet<int> SeedsOf(Representation representation, PropertyName target, PropertyName? feature) => _plannedSeeds[(representation, target, feature)].ToHashSet();

    /// <summary>The test errors of a model per seed of <see cref="Seeds"/>; null for a seed that is not there.</summary>
    public IReadOnlyList<double?> TestErrors(Representation representation, PropertyName target, PropertyName? feature) =>
        [.. Seeds.Select(seed => _scores.TryGetValue(new(representation, target, feature, seed), out var score) ? score.TestMae : (double?)null)];

    private static IEnumerable<PlannedModel> Grid(StudyResults results) =>
        from representation in results.Representations
        from target in results.Targets
        from feature in results.Features.Select(feature => (PropertyName?)feature.Name).Prepend(null)
        from seed in results.Seeds
        select new PlannedModel(representation, target.Name, feature, seed);

    private static void CheckControls(StudyResults results)
    {
        var features = results.Features.Select(feature => feature.Name).ToHashSet();
        foreach (var control in results.Controls.Where(control => !features.Contains(control)))
            throw new ArgumentException(
                $"The control {control} is no feature of the study; expected one of {string.Join(", ", results.Features.Select(feature => feature.Name))}.", nameof(results));
        foreach (var model in results.FurtherModels)
        {
            var known = results.Representations.Contains(model.Representation)
                && results.Targets.Any(target => target.Name == model.Target)
                && (model.Feature is not { } feature || features.Contains(feature));
            if (!known)
                throw new ArgumentException(
                    $"The further model {model.Describe()} is not part of the study; expected one of its representations, targets and features.", nameof(results));
        }
    }

    private static bool IsError(double value) => double.IsFinite(value) && value >= 0;
}
