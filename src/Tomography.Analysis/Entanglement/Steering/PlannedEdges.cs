using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>The augmented models that a study asks for, by the edge that they measure, and how far they are.</summary>
internal sealed class PlannedEdges(StudyResults results)
{
    private readonly ILookup<(Representation, PropertySet, PropertyName), ModelSpec> _models = results.Models
        .Where(model => !model.IsBaseline)
        .SelectMany(model => model.Targets.Select(target => (model.Representation, model.Features, Target: target, Model: model)))
        .Distinct()
        .ToLookup(edge => (edge.Representation, edge.Features, edge.Target), edge => edge.Model);

    private readonly HashSet<ModelSpec> _failed = [.. results.FailedModels];
    private readonly Dictionary<(ModelSpec, PropertyName), double> _errors =
        results.Scores.ToDictionary(score => (score.Model, score.Target), score => score.TestMae);

    /// <summary>The models of an edge, one per seed.</summary>
    public ImmutableArray<ModelSpec> Of(Representation representation, PropertySet features, PropertyName target) =>
        [.. _models[(representation, features, target)]];

    /// <summary>
    /// The models of the control of an edge's own width, one per seed, on the same materials; none where there is no such control.
    /// </summary>
    /// <param name="model">A model of the edge.</param>
    /// <param name="target">The target of the edge.</param>
    public ImmutableArray<ModelSpec> ControlsOf(ModelSpec model, PropertyName target) =>
        results.ControlOf(model.Features) is { } control
            ? [.. Of(model.Representation, control, target).Where(other => other.Materials == model.Materials)]
            : [];

    /// <summary>Whether a model or its baseline failed.</summary>
    public bool Fails(ModelSpec model) => _failed.Contains(model) || _failed.Contains(model.Baseline);

    /// <summary>Whether a model or its baseline is still to be trained for a target; what failed is not waited for.</summary>
    public bool IsAwaited(ModelSpec model, PropertyName target) =>
        !Fails(model) && !(_errors.ContainsKey((model, target)) && _errors.ContainsKey((model.Baseline, target)));

    /// <summary>The mean relative change of the error over the seeds that are there, a fraction; null where no baseline errs.</summary>
    public double? ChangeOf(IEnumerable<ModelSpec> models, PropertyName target)
    {
        double[] changes =
        [
            .. models.Where(model => _errors.ContainsKey((model, target)) && _errors.GetValueOrDefault((model.Baseline, target)) > 0)
                .Select(model => _errors[(model, target)] / _errors[(model.Baseline, target)] - 1),
        ];
        // A baseline that nearly vanishes has changes beyond all numbers.
        return changes.Length == 0 ? null : Math.Min(double.MaxValue, changes.Sum(change => change / changes.Length));
    }
}
