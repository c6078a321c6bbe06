using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>Predicts with the baselines of a plan: mean and spread over their seeds.</summary>
/// <param name="plan">The plan.</param>
/// <param name="folders">The store.</param>
/// <param name="repertoire">What representations there are.</param>
internal sealed class PropertyPredictor(Plan plan, StoreFolders folders, Repertoire repertoire)
{
    /// <summary>The models of a plan that predict: those without features, which are to keep their weights.</summary>
    public static ImmutableArray<Job> Models(Plan plan) =>
        [.. Baselines(plan).Select(j => j with { Keeps = j.Keeps | Kept.Weights })];

    /// <summary>Predicts all targets of a variant.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="dataset">The crystals.</param>
    /// <param name="onDamage">Told of weights that are damaged; their seed is left out.</param>
    /// <param name="cancellation">Checked between models.</param>
    public IEnumerable<PropertyPrediction> Predict(
        Variant variant,
        Dataset dataset,
        Action<string> onDamage,
        CancellationToken cancellation)
    {
        using var stream = File.OpenRead(folders.TableOf(plan.Dataset.Key));
        var table = MaterialTable.Read(stream);
        var models = Models(plan).Where(j => j.Variant == variant.Id).GroupBy(j => j.Spec.Representation);
        foreach (var ofRepresentation in models)
        {
            var trained = PackedGraphsFile.Map(folders.GraphsOf(plan.GraphsOf(variant, ofRepresentation.Key).Hash));
            var crystals = DatasetPreparer.Pack(dataset, repertoire.BuilderOf(ofRepresentation.Key), variant.Graph, cancellation);
            foreach (var seeds in ofRepresentation.GroupBy(j => j.Spec.Targets[0]))
            {
                var predictions = seeds.AsParallel().AsOrdered().WithCancellation(cancellation)
                    .Select(job => OfSeed(job, variant, table, trained, crystals, onDamage)).OfType<double[]>().ToArray();
                for (var i = 0; predictions.Length > 0 && i < dataset.Materials.Length; i++)
                    yield return Summary(ofRepresentation.Key, seeds.Key, dataset.Materials[i].Id, [.. predictions.Select(p => p[i])]);
            }
        }
    }

    private static IEnumerable<Job> Baselines(Plan plan)
    {
        // Not those that features with gaps are compared with: they know fewer materials.
        var materials = new MaterialGroups(plan.Dataset);
        return plan.Jobs.Where(j => plan.IsOfStudy(j) && j.Spec.IsBaseline && j.Spec.Materials == materials.Of(j.Spec.Targets));
    }

    private double[]? OfSeed(
        Job job,
        Variant variant,
        MaterialTable table,
        PackedGraphs trained,
        PackedGraphs crystals,
        Action<string> onDamage)
    {
        if (new WeightStore(folders).Read(job.Key, onDamage) is not { } state) return null;
        var target = job.Spec.Targets[0];
        var materials = table.With(job.Spec.Materials);
        var split = new SplitStore(folders).Read(plan.SplitOf(variant, job.Spec.Seed).Hash).Within(materials);
        var column = table.Column(plan.Dataset.Column(target)!.Property);
        var task = new TrainingTask(trained, column, [], split, variant.Model, variant.Training, job.Spec.Seed) { Materials = materials };
        return Predictor.Predict(new CpuDevice(), task, state, crystals);
    }

    private static PropertyPrediction Summary(Representation representation, PropertyName target, string id, double[] values)
    {
        var mean = values.Sum() / values.Length;
        var squares = values.Sum(v => (v - mean) * (v - mean));
        return new(representation, target, id, mean, values.Length > 1 ? Math.Sqrt(squares / (values.Length - 1)) : null, values.Length);
    }
}
