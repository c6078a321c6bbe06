using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>The errors of the models of a plan on their test crystals, read from the predictions that the store keeps.</summary>
/// <param name="plan">The plan.</param>
/// <param name="variant">The variant whose models are meant.</param>
/// <param name="table">Values of the dataset.</param>
/// <param name="folders">The store.</param>
/// <param name="onDamage">Told of predictions that are damaged.</param>
internal sealed class TestErrorReader(Plan plan, Variant variant, MaterialTable table, StoreFolders folders, Action<string> onDamage)
{
    private readonly PredictionStore _predictions = new(folders);
    private readonly SplitStore _splits = new(folders);
    private readonly Dictionary<ModelSpec, JobKey> _keys =
        plan.Jobs.Where(j => j.Variant == variant.Id).DistinctBy(j => j.Spec).ToDictionary(j => j.Spec, j => j.Key);
    private readonly Dictionary<(int Seed, PropertySet Materials), Split> _parts = [];
    private readonly Dictionary<(ModelSpec Model, PropertyName Target), TestErrors?> _known = [];

    /// <summary>The errors of a model for a target; null where its predictions are not there.</summary>
    public TestErrors? Of(ModelSpec model, PropertyName target)
    {
        if (_known.TryGetValue((model, target), out var errors)) return errors;
        return _known[(model, target)] = Read(model, target);
    }

    private TestErrors? Read(ModelSpec model, PropertyName target)
    {
        if (!_keys.TryGetValue(model, out var key) || _predictions.Read(key, onDamage) is not { } all) return null;
        if (all.FirstOrDefault(p => p.Target == target) is not { } of) return null;
        var split = PartsOf(model, target);
        if (split.Test.Length != of.Test.Length) return null;
        var values = table.Values[target];
        var errors = ImmutableArray.CreateBuilder<double>(of.Test.Length);
        for (var i = 0; i < of.Test.Length; i++) errors.Add(Math.Abs(of.Test[i] - values[split.Test[i]]));
        // A model that diverged to no number is told by its score.
        return errors.All(double.IsFinite) ? new(split.Test, errors.MoveToImmutable(), Math.Max(1, split.Train.Length)) : null;
    }

    // Of several targets each is tested on the materials that have it, as a model of it alone is.
    private Split PartsOf(ModelSpec model, PropertyName target)
    {
        var materials = model.IsJoint ? target : model.Materials;
        if (_parts.TryGetValue((model.Seed, materials), out var known)) return known;
        var split = _splits.Read(plan.SplitOf(variant, model.Seed).Hash);
        return _parts[(model.Seed, materials)] = materials.IsEmpty ? split : split.Within(table.With(materials));
    }
}
