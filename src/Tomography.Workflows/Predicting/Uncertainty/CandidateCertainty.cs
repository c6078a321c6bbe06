using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>Says how sure the predictions of new crystals are: interval, domain, gates.</summary>
/// <param name="models">The models.</param>
/// <param name="unseen">Asks them about crystals that they did not see, which calibrate the intervals.</param>
/// <param name="settings">What was asked for.</param>
/// <param name="gates">What predictions have to pass.</param>
internal sealed class CandidateCertainty(PredictingModels models, UnseenReader unseen, UncertaintySettings settings, RiskGates gates)
{
    /// <summary>What models say of one of their targets, in the order of the crystals; none where no model can be loaded.</summary>
    /// <param name="representation">What they see.</param>
    /// <param name="target">The target.</param>
    /// <param name="jobs">The models, one per seed, of one set of targets.</param>
    /// <param name="crystals">The crystals.</param>
    public IEnumerable<Certainty> Of(
        Representation representation, PropertyName target, IReadOnlyCollection<Job> jobs, PackedGraphs crystals)
    {
        var (calibrating, read) = unseen.Of(representation, target, jobs);
        if (read.IsEmpty) yield break;
        var intervals = calibrating is null ? null : new PredictionIntervals(calibrating, settings);
        var trained = models.GraphsOf(representation)!;
        var isTrusted = gates.IsTrusted(representation, target, jobs.First().Spec.Targets);
        (double[] Predicted, double[]? Distances, double[]? Noises)[] all =
        [
            .. read.AsParallel().AsOrdered().Select(r => OfSeed(r.Job, target, r.Reading, trained, crystals))
                .OfType<(double[], double[]?, double[]?)>(),
        ];
        for (var i = 0; i < crystals.Count; i++)
        {
            var at = i;
            ImmutableArray<double> predicted = [.. all.Select(a => a.Predicted[at])];
            double? distance = all.Any(a => a.Distances is null) ? null : all.Average(a => a.Distances![at]);
            var interval = intervals?.Of(predicted, distance);
            yield return new(predicted, interval, distance, gates.Of(target, distance, interval, isTrusted),
                Ensemble.Noise([.. all.Where(a => a.Noises is not null).Select(a => a.Noises![at])]));
        }
    }

    private (double[] Predicted, double[]? Distances, double[]? Noises)? OfSeed(
        Job job, PropertyName target, ModelReading reading, PackedGraphs trained, PackedGraphs crystals)
    {
        using var model = models.Load(job, target, trained, crystals);
        if (model is null) return null;
        int[] all = [.. Enumerable.Range(0, crystals.Count)];
        return (model.Predict(all), reading.Domain?.Distances(model.Vectors(all)), model.Deviations(all));
    }
}
