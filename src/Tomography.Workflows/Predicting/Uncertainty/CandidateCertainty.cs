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
internal sealed class CandidateCertainty(Baselines models, UnseenReader unseen, UncertaintySettings settings, RiskGates gates)
{
    /// <summary>The predictions of a representation and target, in the order of the crystals; none where no model can be loaded.</summary>
    public IEnumerable<Certainty> Of(
        Representation representation, PropertyName target, IReadOnlyCollection<Job> jobs, PackedGraphs crystals)
    {
        var (calibrating, read) = unseen.Of(representation, target, jobs);
        if (read.IsEmpty) yield break;
        var intervals = calibrating is null ? null : new PredictionIntervals(calibrating, settings);
        var trained = models.GraphsOf(representation)!;
        (double[] Predicted, double[]? Distances)[] all =
            [.. read.AsParallel().AsOrdered().Select(r => OfSeed(r.Job, r.Reading, trained, crystals)).OfType<(double[], double[]?)>()];
        for (var i = 0; i < crystals.Count; i++)
        {
            var at = i;
            ImmutableArray<double> predicted = [.. all.Select(a => a.Predicted[at])];
            double? distance = all.Any(a => a.Distances is null) ? null : all.Average(a => a.Distances![at]);
            var interval = intervals?.Of(predicted, distance);
            yield return new(predicted, interval, distance, gates.Of(representation, target, distance, interval));
        }
    }

    private (double[] Predicted, double[]? Distances)? OfSeed(
        Job job, ModelReading reading, PackedGraphs trained, PackedGraphs crystals)
    {
        using var model = models.Load(job, trained, crystals);
        if (model is null) return null;
        int[] all = [.. Enumerable.Range(0, crystals.Count)];
        return (model.Predict(all), reading.Domain?.Distances(model.Vectors(all)));
    }
}
