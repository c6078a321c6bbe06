using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Reads what the models of a round show: predictions of what is left, the lattice, errors.</summary>
/// <param name="models">The models of the round.</param>
/// <param name="goals">What is wanted.</param>
/// <param name="folders">The store.</param>
/// <param name="onDamage">Told of what is damaged.</param>
internal sealed class LoopReader(Plan models, ImmutableArray<Goal> goals, StoreFolders folders, Action<string> onDamage)
{
    private readonly Dictionary<(PropertyName Target, PropertySet Features, int Seed), JobResult?> _results =
        Results(models, folders, onDamage);

    /// <summary>Per goal what the models predict of what is left; null where a prediction is missing or no number.</summary>
    public ImmutableArray<GoalPredictions>? Predictions()
    {
        var store = new PredictionStore(folders);
        var found = ImmutableArray.CreateBuilder<GoalPredictions>();
        foreach (var goal in goals)
        {
            var jobs = models.Jobs.Where(j => j.Spec.IsBaseline && j.Spec.Targets[0] == goal.Property).ToArray();
            ImmutableArray<double[]> members =
            [
                .. jobs.Select(j => store.Read(j.Key, onDamage)?[0].Test.Select(p => (double)p).ToArray()).OfType<double[]>(),
            ];
            if (members.Length < jobs.Length || members.Any(m => !m.All(double.IsFinite))) return null;
            found.Add(GoalPredictions.Of(members, models.Seeds.Average(s => Validation(goal.Property, PropertySet.None, s))));
        }

        return found.ToImmutable();
    }

    /// <summary>The lattice by validation errors: what is left is not measured yet, so that its errors are not known.</summary>
    public ImmutableArray<LoopEdge> Lattice() =>
    [
        .. models.Jobs.Where(j => !j.Spec.IsBaseline).GroupBy(j => (Feature: j.Spec.Features[0], Target: j.Spec.Targets[0]))
            .Select(edge => new LoopEdge(
                edge.Key.Feature, edge.Key.Target,
                [
                    .. edge.Select(j => Change(
                        Validation(edge.Key.Target, j.Spec.Features, j.Spec.Seed),
                        Validation(edge.Key.Target, PropertySet.None, j.Spec.Seed))),
                ])),
    ];

    /// <summary>Per goal the mean error of its models on what is left: for those who look on, not for policies.</summary>
    public ImmutableArray<double> Errors() =>
        [.. goals.Select(g => models.Seeds.Average(s => _results[(g.Property, PropertySet.None, s)]!.Scores[0].TestMae))];

    private double Validation(PropertyName target, PropertySet features, int seed) =>
        _results[(target, features, seed)]!.Scores[0].ValidationMae;

    private static double Change(double with, double without) => without > 0 ? with / without - 1 : 0;

    private static Dictionary<(PropertyName Target, PropertySet Features, int Seed), JobResult?> Results(
        Plan models, StoreFolders folders, Action<string> onDamage)
    {
        var store = new ResultStore(folders.Root);
        return models.Jobs.ToDictionary(j => (j.Spec.Targets[0], j.Spec.Features, j.Spec.Seed), j => store.Read(j.Key, onDamage));
    }
}
