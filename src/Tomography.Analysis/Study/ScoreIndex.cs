using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>The scores of a study by model and target: what is there, and what is not.</summary>
internal sealed class ScoreIndex
{
    private readonly ImmutableArray<ModelSpec> _planned;
    private readonly Dictionary<(ModelSpec Model, PropertyName Target), ModelScore> _scores = [];
    private readonly ILookup<(Representation, PropertyName, PropertySet), ModelSpec> _byCell;

    /// <summary>Indexes the scores.</summary>
    /// <exception cref="ArgumentException">
    /// The study contradicts itself: see <see cref="StudyCheck"/>; or a score stands there twice or is not of the study.
    /// </exception>
    public ScoreIndex(StudyResults results)
    {
        StudyCheck.Check(results);
        _planned = [.. results.Models.Distinct()];
        var seeds = results.Seeds.Concat(results.FurtherSeeds).Distinct().Select((seed, place) => (seed, place)).ToDictionary();
        _byCell = _planned
            .SelectMany(model => model.Targets.Select(target => (Cell: (model.Representation, target, model.Features), Model: model)))
            .OrderBy(pair => seeds[pair.Model.Seed])
            .ToLookup(pair => pair.Cell, pair => pair.Model);
        foreach (var score in results.Scores)
            if (!_scores.TryAdd((score.Model, score.Target), score))
                throw new ArgumentException(
                    $"The result of {score.Model} for {score.Target} occurs twice; expected one row per model and target.",
                    nameof(results));
    }

    /// <summary>How many models the study asks for.</summary>
    public int PlannedModels => _planned.Length;

    /// <summary>The models that are asked for and not there, in the order of the study.</summary>
    public ImmutableArray<ModelSpec> Missing =>
        [.. _planned.Where(model => !model.Targets.All(target => _scores.ContainsKey((model, target))))];

    /// <summary>
    /// The models that are asked for with a representation, target and features, in the order of their seeds. With features they differ
    /// by the seed alone; without, also by the materials.
    /// </summary>
    public IEnumerable<ModelSpec> Models(Representation representation, PropertyName target, PropertySet features) =>
        _byCell[(representation, target, features)];

    /// <summary>The score of a model for a target; null where it is not there.</summary>
    public ModelScore? Find(ModelSpec model, PropertyName target) => _scores.GetValueOrDefault((model, target));
}
