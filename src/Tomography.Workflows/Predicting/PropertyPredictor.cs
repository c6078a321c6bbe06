using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>Predicts with the baselines of a plan: mean and spread over their seeds, and how sure that is where it is asked for.</summary>
/// <param name="plan">The plan.</param>
/// <param name="folders">The store.</param>
/// <param name="repertoire">What representations there are.</param>
internal sealed class PropertyPredictor(Plan plan, StoreFolders folders, Repertoire repertoire)
{
    /// <summary>The models of a plan that predict: those without features, which are to keep their weights.</summary>
    public static ImmutableArray<Job> Models(Plan plan) =>
        [.. Baselines.Of(plan).Select(j => j with { Keeps = j.Keeps | Kept.Weights })];

    /// <summary>Predicts all targets of a variant.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="dataset">The crystals.</param>
    /// <param name="verdicts">The verdicts of the study, which gates look at; asked for where there are gates.</param>
    /// <param name="onDamage">Told of weights that are damaged; their seed is left out.</param>
    /// <param name="cancellation">Checked between models.</param>
    public IEnumerable<PropertyPrediction> Predict(
        Variant variant,
        Dataset dataset,
        Func<ImmutableArray<EdgeVerdict>> verdicts,
        Action<string> onDamage,
        CancellationToken cancellation)
    {
        using var stream = File.OpenRead(folders.TableOf(plan.Dataset.Key));
        var table = MaterialTable.Read(stream);
        var models = new Baselines(plan, variant, folders, table, onDamage);
        var certainty = plan.Analysis.UncertaintyFor(variant.Split) is { } asked
            ? new CandidateCertainty(
                models, new(plan, variant, folders, table, asked, onDamage), asked, new(asked, verdicts()))
            : null;
        foreach (var ofRepresentation in models.Groups().GroupBy(g => g.Key.Representation))
        {
            var crystals = DatasetPreparer.Pack(dataset, repertoire.BuilderOf(ofRepresentation.Key), variant.Graph, cancellation);
            foreach (var seeds in ofRepresentation)
            {
                cancellation.ThrowIfCancellationRequested();
                var (representation, target) = seeds.Key;
                if (certainty is not null)
                {
                    foreach (var (row, certain) in dataset.Materials.Zip(certainty.Of(representation, target, [.. seeds], crystals)))
                        yield return Summary(representation, target, row.Id, certain.Predicted) with { Certainty = certain };
                    continue;
                }

                var trained = models.GraphsOf(representation)!;
                var predictions = seeds.AsParallel().AsOrdered().WithCancellation(cancellation)
                    .Select(job => OfSeed(models, job, trained, crystals)).OfType<double[]>().ToArray();
                for (var i = 0; predictions.Length > 0 && i < dataset.Materials.Length; i++)
                    yield return Summary(representation, target, dataset.Materials[i].Id, [.. predictions.Select(p => p[i])]);
            }
        }
    }

    private static double[]? OfSeed(Baselines models, Job job, PackedGraphs trained, PackedGraphs crystals)
    {
        using var model = models.Load(job, trained, crystals);
        return model?.Predict([.. Enumerable.Range(0, crystals.Count)]);
    }

    private static PropertyPrediction Summary(
        Representation representation, PropertyName target, string id, ImmutableArray<double> values) =>
        new(representation, target, id, Ensemble.Mean(values), Ensemble.Spread(values), values.Length);
}
