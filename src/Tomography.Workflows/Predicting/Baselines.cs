using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>The models of a plan that predict: those without features, of one target, on all materials that have it.</summary>
/// <param name="plan">The plan.</param>
/// <param name="variant">The variant whose models are meant.</param>
/// <param name="folders">The store.</param>
/// <param name="table">Values of the dataset.</param>
/// <param name="onDamage">Told of weights that are damaged.</param>
internal sealed class Baselines(
    Plan plan, Variant variant, StoreFolders folders, MaterialTable table, Action<string> onDamage)
{
    /// <summary>Those of all variants of a plan, in its order.</summary>
    public static IEnumerable<Job> Of(Plan plan)
    {
        // Not those that features with gaps are compared with: they know fewer materials.
        var materials = new MaterialGroups(plan.Dataset);
        return plan.Jobs.Where(j =>
            !j.Follows && j.Spec.IsBaseline && j.Spec.Targets.Single is { } target && plan.Targets.Contains(target)
            && j.Spec.Materials == materials.Of(j.Spec.Targets));
    }

    /// <summary>By representation and target, in the order of the plan, each with its seeds.</summary>
    public IEnumerable<IGrouping<(Representation Representation, PropertyName Target), Job>> Groups() =>
        Of(plan).Where(j => j.Variant == variant.Id).DistinctBy(j => j.Spec)
            .GroupBy(j => (j.Spec.Representation, j.Spec.Targets[0]))
            .OrderBy(g => plan.Representations.IndexOf(g.Key.Representation)).ThenBy(g => plan.Targets.IndexOf(g.Key.Item2));

    /// <summary>The parts of a model: those of its materials.</summary>
    public Split SplitOf(Job job) =>
        new SplitStore(folders).Read(plan.SplitOf(variant, job.Spec.Seed).Hash).Within(table.With(job.Spec.Materials));

    /// <summary>The graphs that the models of a representation were trained on; null in a store that keeps results only.</summary>
    public PackedGraphs? GraphsOf(Representation representation)
    {
        var path = folders.GraphsOf(plan.GraphsOf(variant, representation).Hash);
        return File.Exists(path) ? PackedGraphsFile.Map(path) : null;
    }

    /// <summary>Loads a model; null where its weights are not there or damaged.</summary>
    /// <param name="job">The model.</param>
    /// <param name="trained">The graphs that it was trained on.</param>
    /// <param name="crystals">The graphs that it is asked about.</param>
    public TrainedModel? Load(Job job, PackedGraphs trained, PackedGraphs crystals)
    {
        if (new WeightStore(folders).Read(job.Key, onDamage) is not { } state) return null;
        var column = table.Column(plan.Dataset.Column(job.Spec.Targets[0])!.Property);
        var task = new TrainingTask(trained, column, [], SplitOf(job), variant.Model, variant.Training, job.Spec.Seed)
        {
            Materials = table.With(job.Spec.Materials),
        };
        return new(new CpuDevice(), task, state, crystals);
    }
}
