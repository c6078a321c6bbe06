using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>The scores of a study by model: what is there, and what is not.</summary>
internal sealed class ScoreIndex
{
    private readonly StudyResults _results;
    private readonly Dictionary<PlannedModel, ModelScore> _scores = [];

    /// <summary>Indexes the scores.</summary>
    /// <exception cref="ArgumentException">A model occurs twice, was not asked for, or has an error that is negative or not a number.</exception>
    public ScoreIndex(StudyResults results)
    {
        _results = results;
        var planned = Planned().ToHashSet();
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

    /// <summary>How many models the study asks for.</summary>
    public int PlannedModels => _results.Representations.Length * _results.Targets.Length * (1 + _results.Features.Length) * _results.Seeds.Length;

    /// <summary>The models that are asked for and not there, in the order of the study.</summary>
    public ImmutableArray<PlannedModel> Missing => [.. Planned().Where(model => !_scores.ContainsKey(model))];

    /// <summary>The test errors of a model per seed of the study; null for a seed that is not there.</summary>
    public IReadOnlyList<double?> TestErrors(Representation representation, PropertyName target, PropertyName? feature) =>
        [.. _results.Seeds.Select(seed => _scores.TryGetValue(new(representation, target, feature, seed), out var score) ? score.TestMae : (double?)null)];

    private IEnumerable<PlannedModel> Planned() =>
        from representation in _results.Representations
        from target in _results.Targets
        from feature in _results.Features.Select(feature => (PropertyName?)feature.Name).Prepend(null)
        from seed in _results.Seeds
        select new PlannedModel(representation, target.Name, feature, seed);

    private static bool IsError(double value) => double.IsFinite(value) && value >= 0;
}
