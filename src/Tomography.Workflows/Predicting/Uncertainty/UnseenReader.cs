using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>
/// Asks models of a plan about crystals that they did not see: what is held out, or else their test parts. Their weights are in the store,
/// so that nothing is trained for it.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="variant">The variant whose models are meant.</param>
/// <param name="folders">The store.</param>
/// <param name="table">Values of the dataset.</param>
/// <param name="settings">What was asked for.</param>
/// <param name="onDamage">Told of weights that are damaged; their models are left out.</param>
internal sealed class UnseenReader(
    Plan plan, Variant variant, StoreFolders folders, MaterialTable table, UncertaintySettings settings, Action<string> onDamage)
{
    private const string SystemName = "spacegroup-crystal-system";

    private readonly PredictingModels _models = new(plan, variant, folders, table, onDamage);

    /// <summary>The baselines: by target and then representation, in the order of the plan; those without any model are left out.</summary>
    public ImmutableArray<UnseenCrystals> All() =>
    [
        .. _models.Groups().OrderBy(seeds => plan.Targets.IndexOf(seeds.Key.Target))
            .Select(seeds => Of(seeds.Key.Representation, seeds.Key.Target, [.. seeds]).Crystals).OfType<UnseenCrystals>(),
    ];

    /// <summary>
    /// What models of a representation say of one of their targets, and each of them by itself; null where there is none. Of a class there
    /// are no crystals: an interval around a probability holds neither 0 nor 1.
    /// </summary>
    public (UnseenCrystals? Crystals, ImmutableArray<(Job Job, ModelReading Reading)> Models) Of(
        Representation representation, PropertyName target, IReadOnlyCollection<Job> jobs)
    {
        if (_models.GraphsOf(representation) is not { } trained) return (null, []);
        (Job Job, ModelReading? Reading)[] all =
            [.. jobs.AsParallel().AsOrdered().Select(job => (job, Read(job, trained, target)))];
        ImmutableArray<(Job Job, ModelReading Reading)> read = [.. all.Where(r => r.Reading is not null).Select(r => (r.Job, r.Reading!))];
        var values = table.Values[target];
        var systems = Systems();
        var crystals = read.Index().SelectMany(r => r.Item.Reading.Materials.Select((material, place) => (
                Model: r.Index, Material: material, Predicted: r.Item.Reading.Predicted[place],
                Distance: r.Item.Reading.Distances.Length == 0 ? (double?)null : r.Item.Reading.Distances[place],
                Noise: r.Item.Reading.Noises.Length == 0 ? (double?)null : r.Item.Reading.Noises[place])))
            .GroupBy(c => c.Material).OrderBy(g => g.Key)
            .Select(g => new UnseenCrystal(
                g.Key, table.Ids[g.Key], table.Formulas[g.Key], values[g.Key], [.. g.Select(c => c.Model)], [.. g.Select(c => c.Predicted)])
            {
                Distance = g.Any(c => c.Distance is null) ? null : g.Average(c => c.Distance),
                CrystalSystem = systems(g.Key),
                Noise = Ensemble.Noise([.. g.Select(c => c.Noise).OfType<double>()]),
            }).ToImmutableArray();
        if (crystals.IsEmpty || plan.Dataset.Column(target)!.Property.Kind == PropertyKind.Classes) return (null, read);
        var design = variant.Split.HoldOut > 0 ? UnseenDesign.HeldOut : UnseenDesign.Tested;
        return (new(representation, target, design, [.. read.Select(r => r.Job.Spec.Seed)], crystals), read);
    }

    private ModelReading? Read(Job job, Learning.PackedGraphs trained, PropertyName target)
    {
        using var model = _models.Load(job, target, trained, trained);
        if (model is null) return null;
        var split = _models.SplitOf(job, target);
        var unseen = variant.Split.HoldOut > 0 ? split.HeldOut : split.Test;
        var predicted = model.Predict(unseen.AsSpan());
        if (!predicted.All(double.IsFinite)) return null;
        var domain = LatentDomain.Of(model.Vectors(split.Train.AsSpan()), variant.Model.AtomFeatures, settings);
        var noises = model.Deviations(unseen.AsSpan()) ?? [];
        if (!noises.All(double.IsFinite)) return null;
        return new(unseen, predicted, domain?.Distances(model.Vectors(unseen.AsSpan())) ?? [], domain, noises);
    }

    private Func<int, string?> Systems()
    {
        var name = new PropertyName(SystemName);
        if (!table.Values.TryGetValue(name, out var values)
            || plan.Dataset.Column(name)?.Property.Classes is not { IsEmpty: false } classes)
            return _ => null;
        return material => double.IsNaN(values[material]) ? null : classes[(int)values[material]];
    }
}
