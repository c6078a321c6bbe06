using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>The models of a plan that predict: those without features, alone and learnt together.</summary>
/// <param name="plan">The plan.</param>
/// <param name="variant">The variant whose models are meant.</param>
/// <param name="folders">The store.</param>
/// <param name="table">Values of the dataset.</param>
/// <param name="onDamage">Told of weights that are damaged.</param>
internal sealed class PredictingModels(
    Plan plan, Variant variant, StoreFolders folders, MaterialTable table, Action<string> onDamage)
{
    /// <summary>The baselines of all variants of a plan, in its order: models of one target, on all materials that have it.</summary>
    public static IEnumerable<Job> BaselinesOf(Plan plan)
    {
        // Not those that features with gaps are compared with: they know fewer materials.
        var materials = new MaterialGroups(plan.Dataset);
        return plan.Jobs.Where(j =>
            !j.Follows && j.Spec.IsBaseline && j.Spec.Targets.Single is { } target && plan.Targets.Contains(target)
            && j.Spec.Materials == materials.Of(j.Spec.Targets));
    }

    /// <summary>
    /// The models of all variants that learn a set of <c>together</c> and keep their weights, which only <c>keep: { weights: all }</c> asks
    /// for; not those beside noise.
    /// </summary>
    public static IEnumerable<Job> JointOf(Plan plan) => plan.Jobs.Where(j =>
        !j.Follows && j.Spec.Features.IsEmpty && plan.VariantOf(j).Settings.Keep.Of(j.Spec).HasFlag(Kept.Weights)
        && plan.Together.Contains(j.Spec.Targets));

    /// <summary>The baselines by representation and target, in the order of the plan, each with its seeds.</summary>
    public IEnumerable<IGrouping<(Representation Representation, PropertyName Target), Job>> Groups() =>
        BaselinesOf(plan).Where(j => j.Variant == variant.Id).DistinctBy(j => j.Spec)
            .GroupBy(j => (j.Spec.Representation, j.Spec.Targets[0]))
            .OrderBy(g => plan.Representations.IndexOf(g.Key.Representation)).ThenBy(g => plan.Targets.IndexOf(g.Key.Item2));

    /// <summary>The joint models by representation and set, in the order of the plan, each with its seeds.</summary>
    public IEnumerable<IGrouping<(Representation Representation, PropertySet Together), Job>> JointGroups() =>
        JointOf(plan).Where(j => j.Variant == variant.Id).DistinctBy(j => j.Spec)
            .GroupBy(j => (j.Spec.Representation, j.Spec.Targets))
            .OrderBy(g => plan.Representations.IndexOf(g.Key.Representation)).ThenBy(g => plan.Together.IndexOf(g.Key.Targets));

    /// <summary>The parts of a model, as far as their materials have one of its targets.</summary>
    public Split SplitOf(Job job, PropertyName target) => PartsOf(job).Within(table.With(target));

    /// <summary>The graphs that the models of a representation were trained on; null in a store that keeps results only.</summary>
    public PackedGraphs? GraphsOf(Representation representation)
    {
        var path = folders.GraphsOf(plan.GraphsOf(variant, representation).Hash);
        return File.Exists(path) ? PackedGraphsFile.Map(path) : null;
    }

    /// <summary>Loads a model at the epoch that is best for a target; null where its weights are not there or damaged.</summary>
    /// <param name="job">The model.</param>
    /// <param name="target">The one of its targets that is asked about.</param>
    /// <param name="trained">The graphs that it was trained on.</param>
    /// <param name="crystals">The graphs that it is asked about.</param>
    public TrainedModel? Load(Job job, PropertyName target, PackedGraphs trained, PackedGraphs crystals)
    {
        var place = job.Spec.Targets.Index().First(t => t.Item == target).Index;
        if (new WeightStore(folders).Read(job.Key, onDamage, place) is not { } state) return null;
        ImmutableArray<PropertyColumn> columns = [.. job.Spec.Targets.Select(t => table.Column(plan.Dataset.Column(t)!.Property))];
        var task = new TrainingTask(trained, columns[0], [], PartsOf(job), variant.Model, variant.Training, job.Spec.Seed)
        {
            Materials = MaterialsOf(job),
            Joined = columns[1..],
        };
        return new(new CpuDevice(), task, state, crystals, place);
    }

    private ImmutableArray<int> MaterialsOf(Job job) =>
        job.Spec.IsJoint ? table.WithAny(job.Spec.Targets) : table.With(job.Spec.Materials);

    private Split PartsOf(Job job) =>
        new SplitStore(folders).Read(plan.SplitOf(variant, job.Spec.Seed).Hash).Within(MaterialsOf(job));
}
