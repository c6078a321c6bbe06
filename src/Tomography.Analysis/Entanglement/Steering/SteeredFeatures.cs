using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>The edges of features, with their models.</summary>
internal static class SteeredFeatures
{
    /// <summary>The edges, in the order of their verdicts.</summary>
    /// <param name="results">The study.</param>
    /// <param name="verdicts">The verdicts on its features.</param>
    public static IEnumerable<SteeredEdge> Of(StudyResults results, IReadOnlyList<EdgeVerdict> verdicts)
    {
        var models = results.Models.Where(model => !model.IsBaseline)
            .SelectMany(model => model.Targets.Select(target => (model.Representation, model.Features, Target: target, Model: model)))
            .Distinct().ToLookup(edge => (edge.Representation, edge.Features, edge.Target), edge => edge.Model);
        var failed = results.FailedModels.ToHashSet();
        var errors = results.Scores.ToDictionary(score => (score.Model, score.Target), score => score.TestMae);
        foreach (var verdict in verdicts)
        {
            var (target, planned) = (verdict.Target, models[(verdict.Representation, verdict.Feature, verdict.Target)].ToArray());
            // The control of the edge's own width, on the same materials.
            ModelSpec[] controls = results.ControlOf(verdict.Feature) is not { } control ? [] :
            [
                .. models[(verdict.Representation, control, target)]
                    .Where(other => planned.Length > 0 && other.Materials == planned[0].Materials),
            ];
            var seeds = controls.Select(model => model.Seed).ToHashSet();
            yield return new(
                LatticeKind.Features, verdict,
                [
                    .. planned.Select(model => SteeredSeed.Of(
                        new(model, model.Baseline, controls.Length == 0 ? null : controls[0] with { Seed = model.Seed }), failed, IsThere)),
                ],
                SteeredEdge.ChangeOf(planned.Select(model => (Error(model), Error(model.Baseline)))));

            double? Error(ModelSpec model) => errors.TryGetValue((model, target), out var error) ? error : null;

            // A control that nobody asked for at a seed is not waited for.
            bool IsThere(ModelSpec model) =>
                errors.ContainsKey((model, target)) || (controls.Length > 0 && model.Features == controls[0].Features
                    && !seeds.Contains(model.Seed));
        }
    }
}
