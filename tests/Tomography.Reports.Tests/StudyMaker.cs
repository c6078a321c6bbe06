using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports.Tests;

/// <summary>Makes the results of a study whose lattice is known.</summary>
internal static class StudyMaker
{
    /// <summary>A study in which every feature changes every error by a stated fraction, a little more or less by seed.</summary>
    /// <param name="name">Name of the experiment.</param>
    /// <param name="representations">Representations.</param>
    /// <param name="targets">Targets.</param>
    /// <param name="features">Rows of features, controls included.</param>
    /// <param name="properties">What targets and rows name.</param>
    /// <param name="controls">Which of the features are controls.</param>
    /// <param name="seeds">Seeds.</param>
    /// <param name="effect">The mean relative change of the error.</param>
    /// <param name="spread">How far the seeds lie from it.</param>
    public static StudyResults Of(
        string name,
        ImmutableArray<Representation> representations,
        ImmutableArray<Property> targets,
        ImmutableArray<PropertySet> features,
        ImmutableArray<Property> properties,
        ImmutableArray<PropertyName> controls,
        ImmutableArray<int> seeds,
        Func<Representation, string, string, double> effect,
        double spread)
    {
        ImmutableArray<ModelSpec> models =
        [
            .. from representation in representations
               from target in targets
               from row in features.Prepend(PropertySet.None)
               from seed in seeds
               select new ModelSpec(representation, target.Name, row, PropertySet.None, seed),
        ];
        var dataset = new DatasetSummary("phantom & co", true, 400, 300, 240, 3);
        return new(name, dataset, representations, targets, features, properties, seeds, models, [.. models.Select(Score)])
        {
            Controls = controls,
        };

        ModelScore Score(ModelSpec model)
        {
            var (target, place) = (model.Targets[0], seeds.IndexOf(model.Seed));
            var baseline = (1 + 0.05 * place) * (model.Representation == Representation.Structure ? 1 : 2);
            var change = model.IsBaseline ? 0
                : model.Features.Contains(target) ? -0.95
                : effect(model.Representation, model.Features.ToString(), target.Value) + spread * Offset(place);
            return new(model, target, baseline * (1 + change), 0.75, 2.5, 400, baseline * 1.1, 12, 30, 1.5, $"key-{model.Seed}");
        }
    }

    /// <summary>
    /// Options with errors of single crystals: each seed has 60 of its own, whose errors lie evenly from half of the model's mean to one
    /// and a half of it, so that a feature changes all of them alike.
    /// </summary>
    public static AnalysisOptions WithCrystals(this AnalysisOptions options, StudyResults results)
    {
        const int crystals = 60;
        var means = results.Scores.Concat(results.Joint?.Scores ?? []).Concat(results.Sequence?.Scores ?? [])
            .DistinctBy(score => (score.Model, score.Target))
            .ToDictionary(score => (score.Model, score.Target), score => score.TestMae);
        return options with
        {
            TestErrors = (model, target) => !means.TryGetValue((model, target), out var mean)
                ? null
                : new(
                    [.. Enumerable.Range(crystals * results.Seeds.IndexOf(model.Seed), crystals)],
                    [.. Enumerable.Range(0, crystals).Select(place => mean * (0.5 + (place + 0.5) / crystals))],
                    3 * crystals),
            Formulas = [.. Enumerable.Range(0, results.Dataset.Materials).Select(place => $"F{place}")],
        };
    }

    // 0, +1, -1, +1/2, -1/2, ...: the mean is that of the first seed for an odd number of seeds.
    private static double Offset(int place) => place == 0 ? 0 : (place % 2 == 1 ? 1.0 : -1.0) / ((place + 1) / 2);
}
