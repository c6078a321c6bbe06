using System.Collections.Immutable;
using System.Globalization;
using Tomography.Crystals;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>Expands an experiment into jobs: one baseline per (representation, target, seed), and one augmented model per feature.</summary>
public static class Planner
{
    /// <summary>Raised whenever the same fingerprint would give other numbers.</summary>
    public const string NumericsVersion = "1";

    /// <summary>Plans an experiment over its prepared dataset.</summary>
    public static Plan Create(Experiment experiment, PreparedDataset dataset)
    {
        var features = experiment.Features ?? [.. PropertyRegistry.All.Select(p => p.Name).Where(n => dataset.Column(n) is not null)];
        var common = Common(experiment, dataset);
        var jobs = ImmutableArray.CreateBuilder<Job>();
        // Seeds outermost: a sweep that is stopped half-way has whole heatmaps of its first seeds.
        foreach (var seed in experiment.Seeds)
            foreach (var representation in experiment.Representations)
                foreach (var target in experiment.Targets)
                {
                    jobs.Add(Create(representation, target, null, seed));
                    foreach (var feature in features) jobs.Add(Create(representation, target, feature, seed));
                }

        return new(
            experiment.Name, experiment.Locations.File, dataset, experiment.Representations, experiment.Targets, features, experiment.Seeds,
            experiment.Split, experiment.Graph, experiment.Model, experiment.Training, common, jobs.ToImmutable());

        Job Create(Representation representation, PropertyName target, PropertyName? feature, int seed)
        {
            var parts = Parts(experiment, dataset, representation, target, feature, seed);
            return new(new Fingerprint([.. common, .. parts]).Key(), representation, target, feature, seed, parts);
        }
    }

    private static ImmutableArray<FingerprintPart> Common(Experiment experiment, PreparedDataset dataset)
    {
        var (split, model, training) = (experiment.Split, experiment.Model, experiment.Training);
        var parts = ImmutableArray.CreateBuilder<FingerprintPart>();
        Add("numerics", NumericsVersion);
        Add("dataset.crystals", dataset.CrystalsHash);
        Add("dataset.elements", dataset.ElementsHash);
        Add("split.train", Text(split.Train));
        Add("split.validation", Text(split.Validation));
        Add("split.test", Text(split.Test));
        Add("split.by", Text(split.By));
        Add("graph.radius", Text(experiment.Graph.RadiusAngstrom));
        Add("graph.gaussian-step", Text(experiment.Graph.GaussianStepAngstrom));
        Add("model.convolutions", Text(model.Convolutions));
        Add("model.atom-features", Text(model.AtomFeatures));
        Add("model.hidden", Text(model.Hidden));
        Add("model.hidden-layers", Text(model.HiddenLayers));
        Add("training.epochs", Text(training.Epochs));
        Add("training.batch-size", Text(training.BatchSize));
        Add("training.optimizer", Text(training.Optimizer));
        Add("training.learning-rate", Text(training.LearningRate));
        if (training.Optimizer == OptimizerKind.Sgd) Add("training.momentum", Text(training.Momentum));
        Add("training.weight-decay", Text(training.WeightDecay));
        // Milestones that lie behind the last epoch change nothing.
        var milestones = training.Milestones.Where(m => m < training.Epochs).ToArray();
        Add("training.milestones", string.Join(" ", milestones));
        if (milestones.Length > 0) Add("training.gamma", Text(training.Gamma));
        Add("training.normalize", Text(training.Normalize));
        return parts.ToImmutable();

        void Add(string name, string value) => parts.Add(new(name, value));
    }

    private static ImmutableArray<FingerprintPart> Parts(Experiment experiment, PreparedDataset dataset, Representation representation, PropertyName target, PropertyName? feature, int seed)
    {
        var parts = ImmutableArray.CreateBuilder<FingerprintPart>();
        parts.Add(new("representation", Text(representation)));
        // Every site of a composition graph sees all others, so the number of neighbours does not matter there.
        if (representation == Representation.Structure) parts.Add(new("graph.neighbours", Text(experiment.Graph.Neighbours)));
        parts.Add(new("target", target.Value));
        parts.Add(new("target.values", dataset.Column(target)!.Hash));
        parts.Add(new("feature", feature?.Value ?? ""));
        if (feature is { } name) parts.Add(new("feature.values", dataset.Column(name)!.Hash));
        parts.Add(new("seed", Text(seed)));
        return parts.ToImmutable();
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
