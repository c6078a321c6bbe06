using System.Runtime.InteropServices;
using Tomography.Learning;

namespace Tomography.Workflows.Worker;

/// <summary>
/// Publishes what a model has become: first what stands beside its result, then the result, so that whoever finds it finds all.
/// </summary>
/// <param name="folders">The store.</param>
internal sealed class ResultWriter(StoreFolders folders)
{
    private readonly ResultStore _results = new(folders.Root);
    private readonly PredictionStore _predictions = new(folders);
    private readonly LatentStore _latents = new(folders);
    private readonly WeightStore _weights = new(folders);

    /// <summary>Writes what a model keeps, then its result.</summary>
    public void Write(
        CohortOrder order, ModelOrder model, TrainingOutcome outcome, IComputeDevice device, DateTimeOffset started, bool isResumed)
    {
        if (model.Keeps.HasFlag(Kept.Predictions))
            _predictions.Write(
                model.Key,
                [
                    .. outcome.Targets.Select(t => new TargetPredictions(
                        t.Target, [.. t.ValidationPredictions.Select(v => (float)v)], [.. t.TestPredictions.Select(v => (float)v)])),
                ]);
        if (model.Keeps.HasFlag(Kept.Latents))
            _latents.Write(model.Key, outcome.Latents.Length / order.Model.AtomFeatures, outcome.Latents);
        if (model.Keeps.HasFlag(Kept.Weights))
            _weights.WriteAll(model.Key, [.. outcome.Targets.Select(t => t.Best)]);
        var fingerprint = order.FingerprintOf(model);
        _results.Write(
            new(
                model.Key,
                model.Title,
                [
                    .. outcome.Targets.Select(t => new TargetScore(t.Target, t.TestMae, t.R2, t.ConstantMae, t.ValidationMae, t.BestEpoch)
                    {
                        Classes = t.Classes is { } c ? new(c.BalancedAccuracy, c.F1, c.RocAuc) : null,
                    }),
                ],
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
                    isResumed)
                {
                    Process = Environment.ProcessId,
                })
            {
                Joint = outcome.Joint,
            });
    }
}
