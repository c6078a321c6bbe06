using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Counts what the baselines of a plan predict for their test crystals against what is true, from the store.</summary>
/// <param name="plan">The plan.</param>
/// <param name="variant">The variant whose models are meant.</param>
/// <param name="folders">The store.</param>
/// <param name="onDamage">Told of predictions that are damaged.</param>
internal sealed class ParityReader(Plan plan, Variant variant, StoreFolders folders, Action<string> onDamage)
{
    /// <summary>By target and then representation, in the order of the plan; those without any prediction are left out.</summary>
    public ImmutableArray<ParityDensity> All()
    {
        if (new DatasetStore(folders.Root).Table(plan.Dataset) is not { } table) return []; // a store that keeps results only
        var (splits, predictions, materials) = (new SplitStore(folders), new PredictionStore(folders), new MaterialGroups(plan.Dataset));
        var tests = new Dictionary<(int Seed, PropertySet Materials), ImmutableArray<int>>();
        // Of the baselines of a target, the one on most materials, as in the table of their errors; a model of several counts for each.
        var baselines = plan.JobsOf(variant).DistinctBy(job => job.Spec)
            .Where(job => job.Spec.IsBaseline && job.Spec.Materials == materials.Of(job.Spec.Targets)).ToArray();
        var pairs =
            from job in baselines
            from of in predictions.Read(job.Key, onDamage) ?? []
            let test = TestOf(job.Spec)
            where of.Test.Length == test.Length
            select (job.Spec.Representation, of.Target, Pairs: Pairs(table.Values[of.Target], test, of.Test));
        var known = pairs.ToLookup(one => (one.Target, one.Representation), one => one.Pairs);
        return
        [
            .. from target in plan.Targets
               from representation in plan.Representations
               let density = ParityDensity.Of(representation, target, [.. known[(target, representation)]])
               where density is not null
               select density,
        ];

        ImmutableArray<int> TestOf(ModelSpec model)
        {
            if (tests.TryGetValue((model.Seed, model.Materials), out var test)) return test;
            var split = splits.Read(plan.SplitOf(variant, model.Seed).Hash);
            if (!model.Materials.IsEmpty) split = split.Within(table.With(model.Materials));
            return tests[(model.Seed, model.Materials)] = split.Test;
        }
    }

    private static (double, double)[] Pairs(IReadOnlyList<double> values, ImmutableArray<int> test, ImmutableArray<float> predicted) =>
        [.. test.Zip(predicted, (material, value) => (values[material], (double)value))];
}
