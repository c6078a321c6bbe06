using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Which models <c>training.start-from</c> needs.</summary>
/// <param name="dataset">The dataset, with its noise tasks.</param>
internal sealed class SequenceModels(PreparedDataset dataset)
{
    private readonly MaterialGroups _groups = new(dataset);

    /// <summary>
    /// Per source its model and one of noise, from which the controls start; per target and number of labels the model alone, the one that
    /// starts from the source and the one that starts from noise. Those that several need come several times.
    /// </summary>
    /// <param name="sequence">What is asked for.</param>
    /// <param name="representation">What the models see.</param>
    /// <param name="targets">The targets of the experiment.</param>
    /// <param name="seed">The seed.</param>
    public IEnumerable<ModelSpec> Of(
        SequenceSettings sequence, Representation representation, IReadOnlyCollection<PropertyName> targets, int seed)
    {
        foreach (var (source, target) in sequence.Pairs(targets))
            foreach (var labels in sequence.LabelCounts)
                foreach (var spec in OfEdge(representation, source, target, labels, seed))
                    yield return spec;
    }

    /// <summary>The models of one edge: its source and one of noise, the model alone, and those that start from either.</summary>
    /// <param name="representation">What the models see.</param>
    /// <param name="source">The source.</param>
    /// <param name="target">The target.</param>
    /// <param name="labels">From how many labels is learnt; null for all.</param>
    /// <param name="seed">The seed.</param>
    public IEnumerable<ModelSpec> OfEdge(Representation representation, PropertySet source, PropertyName target, int? labels, int seed)
    {
        var models = ModelsOf(representation, source, target, labels, seed);
        return [.. models.Sources, models.Baseline, models.Model, models.Control!];
    }

    /// <summary>The same by what they are to the edge.</summary>
    /// <param name="representation">What the models see.</param>
    /// <param name="source">The source.</param>
    /// <param name="target">The target.</param>
    /// <param name="labels">From how many labels is learnt; null for all.</param>
    /// <param name="seed">The seed.</param>
    public SeedModels ModelsOf(Representation representation, PropertySet source, PropertyName target, int? labels, int seed)
    {
        var (alone, noise) = (Alone(representation, target, labels, seed), NoiseOf(source));
        return new(alone with { Start = source }, alone, alone with { Start = noise })
        {
            Sources = [Source(representation, source, seed), Source(representation, noise, seed)],
        };
    }

    /// <summary>The noise whose model the control of a source starts from.</summary>
    public PropertySet NoiseOf(PropertySet source) => NoiseTasks.InPlaceOf(source, name => dataset.Column(name)!.GapsHash);

    /// <summary>The model of a target that starts from initial weights.</summary>
    public ModelSpec Alone(Representation representation, PropertyName target, int? labels, int seed) =>
        Baseline(representation, target, seed) with { Labels = labels };

    /// <summary>The model that another starts from.</summary>
    /// <param name="started">One that starts from another.</param>
    public ModelSpec SourceOf(ModelSpec started) => Source(started.Representation, started.Start!.Value, started.Seed);

    /// <summary>How many models are needed at most, per representation and seed.</summary>
    public static long Most(SequenceSettings? sequence, IReadOnlyCollection<PropertyName> targets) =>
        sequence is null ? 0 : 2L * sequence.AllSources.Count() + 3L * sequence.Labels.Length * sequence.Pairs(targets).Count();

    // A model of several targets uses all materials that have one of them.
    private ModelSpec Source(Representation representation, PropertySet targets, int seed) => targets.Single is { } single
        ? Baseline(representation, single, seed)
        : new(representation, targets, PropertySet.None, PropertySet.None, seed);

    private ModelSpec Baseline(Representation representation, PropertyName target, int seed) =>
        new(representation, target, PropertySet.None, _groups.Of(target), seed);
}
