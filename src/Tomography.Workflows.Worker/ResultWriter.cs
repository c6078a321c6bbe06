using System.Runtime.InteropServices;
using Tomography.Learning;

namespace Tomography.Workflows.Worker;

/// <summary>
/// Publishes what a model has become: first what stands beside its result, then the result, so that whoever finds it finds all.
/// </summary>
/// <param name="folders">The store.</param>
/// <param name="device">Where it was computed.</param>
internal sealed class ResultWriter(StoreFolders folders, IComputeDevice device)
{
    private readonly ResultStore _results = new(folders.Root);
    private readonly PredictionStore _predictions = new(folders);
    private readonly LatentStore _latents = new(folders);
    private readonly WeightStore _weights = new(folders);

    /// <summary>Writes what a model keeps, then its result.</summary>
    public void Write(CohortOrder order, ModelOrder model, TrainingOutcome outcome, DateTimeOffset started, bool isResumed)
    {
        if (model.Keeps.HasFlag(Kept.Predictions))
            _predictions.Write(
                model.Key,
                [
                    new(
                        model.Target,
                        [.. outcome.ValidationPredictions.Select(v => (float)v)],
                        [.. outcome.TestPredictions.Select(v => (float)v)]),
                ]);
        if (model.Keeps.HasFlag(Kept.Latents))
            _latents.Write(model.Key, outcome.Latents.Length / order.Model.AtomFeatures, outcome.Latents);
        if (model.Keeps.HasFlag(Kept.Weights))
            _weights.Write(model.Key, outcome.Best);
        var fingerprint = order.FingerprintOf(model);
        _results.Write(
            new(
                model.Key,
                model.Title,
                [new(model.Target, outcome.TestMae, outcome.R2, outcome.ConstantMae, outcome.ValidationMae, outcome.BestEpoch)],
                outcome.Materials,
                order.Training.Epochs,
                Math.Round(outcome.Seconds, 4),
                fingerprint,
                outcome.History,
                new(
                    ProgramVersion.Number,
                    ProgramVersion.Commit,
                    $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}",
                    WorkerPackages.All,
                    Environment.MachineName,
                    device.Name,
                    fingerprint.FirstOrDefault(p => p.Name == "dataset.crystals").Value ?? "",
                    started,
                    DateTimeOffset.UtcNow,
                    isResumed)));
    }
}
