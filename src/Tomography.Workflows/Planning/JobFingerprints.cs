using System.Collections.Immutable;
using System.Globalization;
using Tomography.Crystals;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>States what the result of a job depends on: parts that all jobs of a variant share, then the job's own.</summary>
public sealed class JobFingerprints
{
    /// <summary>Raised whenever the same fingerprint would give other numbers.</summary>
    public const string NumericsVersion = "1";

    private readonly PreparedDataset _dataset;
    private readonly Dictionary<string, (Variant Variant, ImmutableArray<FingerprintPart> Common)> _variants;

    /// <summary>Fingerprints over a dataset, for some variants.</summary>
    public JobFingerprints(PreparedDataset dataset, IEnumerable<Variant> variants)
    {
        _dataset = dataset;
        _variants = variants.ToDictionary(v => v.Id, v => (v, Common(v)), StringComparer.Ordinal);
    }

    /// <summary>Fingerprints of a plan's jobs.</summary>
    public JobFingerprints(Plan plan)
        : this(plan.Dataset, plan.Variants)
    {
    }

    /// <summary>The fingerprint of a job.</summary>
    public Fingerprint Of(Job job) => Of(job.Variant, job.Representation, job.Target, job.Feature, job.Seed);

    /// <summary>The fingerprint of a model.</summary>
    public Fingerprint Of(string variant, Representation representation, PropertyName target, PropertyName? feature, int seed)
    {
        var (settings, common) = _variants[variant];
        var parts = ImmutableArray.CreateBuilder<FingerprintPart>(common.Length + 7);
        parts.AddRange(common);
        parts.Add(new("representation", Text(representation)));
        // Every site of a composition graph sees all others, so the number of neighbours does not matter there.
        if (representation == Representation.Structure) parts.Add(new("graph.neighbours", Text(settings.Graph.Neighbours)));
        parts.Add(new("target", target.Value));
        parts.Add(new("target.values", _dataset.Column(target)!.Hash));
        parts.Add(new("feature", feature?.Value ?? ""));
        if (feature is { } name) parts.Add(new("feature.values", _dataset.Column(name)!.Hash));
        parts.Add(new("seed", Text(seed)));
        return new(parts.ToImmutable());
    }

    private ImmutableArray<FingerprintPart> Common(Variant variant)
    {
        var (split, graph, model, training) = (variant.Split, variant.Graph, variant.Model, variant.Training);
        var parts = ImmutableArray.CreateBuilder<FingerprintPart>();
        Add("numerics", NumericsVersion);
        Add("dataset.crystals", _dataset.CrystalsHash);
        Add("dataset.elements", _dataset.ElementsHash);
        Add("split.train", Text(split.Train));
        Add("split.validation", Text(split.Validation));
        Add("split.test", Text(split.Test));
        Add("split.by", Text(split.By));
        Add("graph.radius", Text(graph.RadiusAngstrom));
        Add("graph.gaussian-step", Text(graph.GaussianStepAngstrom));
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

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
