using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>What the baselines of a plan predict of crystals that they did not learn from, for retrieval, from the store.</summary>
/// <param name="plan">The plan.</param>
/// <param name="variant">The variant whose models are meant.</param>
/// <param name="table">Values of the dataset.</param>
/// <param name="folders">The store.</param>
/// <param name="onDamage">Told of predictions that are damaged.</param>
internal sealed class RetrievalReader(Plan plan, Variant variant, MaterialTable table, StoreFolders folders, Action<string> onDamage)
{
    private readonly PredictionStore _predictions = new(folders);
    private readonly SplitStore _splits = new(folders);
    private readonly MaterialGroups _materials = new(plan.Dataset);
    private readonly Dictionary<ModelSpec, JobKey> _keys =
        plan.JobsOf(variant).Where(j => j.Spec.IsBaseline).DistinctBy(j => j.Spec).ToDictionary(j => j.Spec, j => j.Key);

    /// <summary>By representation and seed, in the order of the plan; seeds without all predictions are left out.</summary>
    /// <param name="settings">Which properties.</param>
    public ImmutableArray<RetrievalSeed> All(RetrievalSettings settings)
    {
        var properties = settings.Properties.IsEmpty ? plan.Targets : settings.Properties;
        return
        [
            .. from representation in plan.Representations
               from seed in plan.Seeds
               let one = Of(representation, seed, properties)
               where one is not null
               select one,
        ];
    }

    private RetrievalSeed? Of(Representation representation, int seed, ImmutableArray<PropertyName> properties)
    {
        var whole = _splits.Read(plan.SplitOf(variant, seed).Hash);
        var (validation, test) = (new List<Dictionary<int, double>>(), new List<Dictionary<int, double>>());
        foreach (var property in properties)
        {
            var spec = new ModelSpec(representation, property, PropertySet.None, _materials.Of(property), seed);
            if (!_keys.TryGetValue(spec, out var key) || _predictions.Read(key, onDamage) is not [var predicted]) return null;
            var split = spec.Materials.IsEmpty ? whole : whole.Within(table.With(spec.Materials));
            if (split.Validation.Length != predicted.Validation.Length || split.Test.Length != predicted.Test.Length) return null;
            validation.Add(ByMaterial(split.Validation, predicted.Validation));
            test.Add(ByMaterial(split.Test, predicted.Test));
        }

        return new(
            representation, seed, properties, Math.Max(1, whole.Train.Length), Crystals(whole.Validation, validation, properties),
            Crystals(whole.Test, test, properties));
    }

    // A model that diverged to no number predicts nothing of that crystal.
    private static Dictionary<int, double> ByMaterial(ImmutableArray<int> materials, ImmutableArray<float> predicted) =>
        materials.Zip(predicted).Where(p => float.IsFinite(p.Second)).ToDictionary(p => p.First, p => (double)p.Second);

    // Those that have all properties.
    private RetrievalCrystals Crystals(
        ImmutableArray<int> part, List<Dictionary<int, double>> predicted, ImmutableArray<PropertyName> properties)
    {
        int[] crystals = [.. part.Where(m => predicted.TrueForAll(p => p.ContainsKey(m)))];
        return new(
            [.. crystals.Select(m => table.Formulas[m])],
            [.. properties.Select(p => crystals.Select(m => table.Values[p][m]).ToImmutableArray())],
            [.. predicted.Select(p => crystals.Select(m => p[m]).ToImmutableArray())]);
    }
}
