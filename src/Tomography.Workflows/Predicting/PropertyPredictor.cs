using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>
/// Predicts with the baselines of a plan, and with what is learnt together where it keeps its weights: mean and spread over the seeds, and
/// how sure that is where it is asked for.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="folders">The store.</param>
/// <param name="repertoire">What representations there are.</param>
internal sealed class PropertyPredictor(Plan plan, StoreFolders folders, Repertoire repertoire)
{
    /// <summary>The models of a plan that predict whatever is kept: those without features, which are to keep their weights.</summary>
    public static ImmutableArray<Job> Models(Plan plan) =>
        [.. PredictingModels.BaselinesOf(plan).Select(j => j with { Keeps = j.Keeps | Kept.Weights })];

    /// <summary>Predicts all targets of a variant: first the baselines, then the sets that are learnt together.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="dataset">The crystals.</param>
    /// <param name="gates">What predictions have to pass; asked for where it is asked how sure they are.</param>
    /// <param name="onDamage">Told of weights that are damaged; their seed is left out.</param>
    /// <param name="cancellation">Checked between models.</param>
    public IEnumerable<PropertyPrediction> Predict(
        Variant variant,
        Dataset dataset,
        Func<UncertaintySettings, RiskGates> gates,
        Action<string> onDamage,
        CancellationToken cancellation)
    {
        using var stream = File.OpenRead(folders.TableOf(plan.Dataset.Key));
        var table = MaterialTable.Read(stream);
        var models = new PredictingModels(plan, variant, folders, table, onDamage);
        var certainty = plan.Analysis.UncertaintyFor(variant.Split) is { } asked
            ? new CandidateCertainty(models, new(plan, variant, folders, table, asked, onDamage), asked, gates(asked))
            : null;
        var packed = new Dictionary<Representation, PackedGraphs>();
        var groups = models.Groups().Select(g => (g.Key.Representation, Together: PropertySet.None, g.Key.Target, Jobs: g.ToArray()))
            .Concat(models.JointGroups().SelectMany(g =>
                g.Key.Together.Select(target => (g.Key.Representation, g.Key.Together, target, g.ToArray()))));
        foreach (var (representation, together, target, jobs) in groups)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!packed.TryGetValue(representation, out var crystals))
                packed[representation] = crystals =
                    DatasetPreparer.Pack(dataset, repertoire.BuilderOf(representation), variant.Graph, cancellation);
            if (certainty is not null)
            {
                foreach (var (row, certain) in dataset.Materials.Zip(certainty.Of(representation, target, jobs, crystals)))
                    yield return Summary(representation, target, row.Id, certain.Predicted) with
                    {
                        Together = together, Certainty = certain, Noise = certain.Noise,
                    };
                continue;
            }

            var trained = models.GraphsOf(representation)!;
            var predictions = jobs.AsParallel().AsOrdered().WithCancellation(cancellation)
                .Select(job => OfSeed(models, job, target, trained, crystals)).OfType<(double[] Predicted, double[]? Noises)>().ToArray();
            for (var i = 0; predictions.Length > 0 && i < dataset.Materials.Length; i++)
                yield return Summary(representation, target, dataset.Materials[i].Id, [.. predictions.Select(p => p.Predicted[i])]) with
                {
                    Together = together,
                    Noise = Ensemble.Noise([.. predictions.Where(p => p.Noises is not null).Select(p => p.Noises![i])]),
                };
        }
    }

    private static (double[] Predicted, double[]? Noises)? OfSeed(
        PredictingModels models, Job job, PropertyName target, PackedGraphs trained, PackedGraphs crystals)
    {
        using var model = models.Load(job, target, trained, crystals);
        if (model is null) return null;
        int[] all = [.. Enumerable.Range(0, crystals.Count)];
        return (model.Predict(all), model.Deviations(all));
    }

    private static PropertyPrediction Summary(
        Representation representation, PropertyName target, string id, ImmutableArray<double> values) =>
        new(representation, target, id, Ensemble.Mean(values), Ensemble.Spread(values), values.Length);
}
