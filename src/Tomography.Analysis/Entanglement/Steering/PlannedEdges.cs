using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>The augmented models that a study asks for, by the edge that they measure, and how far they are.</summary>
internal sealed class PlannedEdges(StudyResults results)
{
    private readonly ILookup<(Representation, PropertyName, PropertyName), ModelSpec> _models = results.Models
        .Where(model => model.Features.Single is not null)
        .SelectMany(model => model.Targets.Select(target =>
            (model.Representation, Feature: model.Features[0], Target: target, Model: model)))
        .Distinct()
        .ToLookup(edge => (edge.Representation, edge.Feature, edge.Target), edge => edge.Model);

    private readonly HashSet<ModelSpec> _failed = [.. results.FailedModels];
    private readonly HashSet<(ModelSpec, PropertyName)> _trained = [.. results.Scores.Select(score => (score.Model, score.Target))];

    /// <summary>The models of an edge, one per seed.</summary>
    public ImmutableArray<ModelSpec> Of(Representation representation, PropertyName feature, PropertyName target) =>
        [.. _models[(representation, feature, target)]];

    /// <summary>Whether a model or its baseline failed.</summary>
    public bool Fails(ModelSpec model) => _failed.Contains(model) || _failed.Contains(model.Baseline);

    /// <summary>Whether a model or its baseline is still to be trained for a target; what failed is not waited for.</summary>
    public bool IsAwaited(ModelSpec model, PropertyName target) =>
        !Fails(model) && !(_trained.Contains((model, target)) && _trained.Contains((model.Baseline, target)));
}
