using System.Collections.Immutable;
using System.Diagnostics;
using Tomography.Crystals;

namespace Tomography.Learning;

/// <summary>Trains one CGCNN: epochs of shuffled batches, validation after each, the best epoch tested.</summary>
public static class Trainer
{
    /// <summary>Trains.</summary>
    /// <param name="device">Where to compute.</param>
    /// <param name="task">What to train.</param>
    /// <param name="onEpoch">Told after each epoch.</param>
    /// <param name="cancellation">Checked before each step.</param>
    /// <exception cref="TrainingDivergedException">The error is no longer finite.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is lost but this model.</exception>
    public static TrainingOutcome Train(IComputeDevice device, TrainingTask task, Action<EpochRecord>? onEpoch, CancellationToken cancellation)
    {
        var scope = Scope(task);
        var normalization = Normalization.Of(task.Target.Values, scope);
        var feature = task.Feature is null ? FeatureVectors.None : FeatureVectors.Of(task.Feature, scope);
        var targets = task.Target.Values.Select(v => (float)normalization.Apply(v)).ToArray();
        var inputs = new NetworkInputs(task.Graphs, feature, targets, task.Model, task.Training);
        using var network = device.Create(inputs, InitialWeights.Draw(inputs.CreateLayout(), task.Seed));

        var order = task.Split.Train.ToArray();
        var shuffle = new Generator(task.Seed, GeneratorPurpose.Shuffle);
        var history = ImmutableArray.CreateBuilder<EpochRecord>(task.Training.Epochs);
        var clock = Stopwatch.StartNew();
        var (best, bestEpoch, bestMae) = (network.Save(), 0, double.PositiveInfinity);
        for (var epoch = 1; epoch <= task.Training.Epochs; epoch++)
        {
            shuffle.Shuffle(order);
            var loss = TrainEpoch(network, task.Training, order, epoch, cancellation);
            var mae = MeanAbsoluteError(network, task, normalization, task.Split.Validation, out _);
            if (!double.IsFinite(loss) || !double.IsFinite(mae)) throw new TrainingDivergedException(epoch);
            var record = new EpochRecord(epoch, loss, mae);
            history.Add(record);
            onEpoch?.Invoke(record);
            if (mae < bestMae) (best, bestEpoch, bestMae) = (network.Save(), epoch, mae);
        }

        var seconds = clock.Elapsed.TotalSeconds;
        network.Load(best);
        var testMae = MeanAbsoluteError(network, task, normalization, task.Split.Test, out var predictions);
        if (!double.IsFinite(testMae)) throw new TrainingDivergedException(bestEpoch);
        return new(testMae, bestMae, bestEpoch, history.ToImmutable(), predictions, best, seconds);
    }

    private static IReadOnlyCollection<int> Scope(TrainingTask task) =>
        task.Training.Normalize == NormalizationScope.Training ? task.Split.Train : Enumerable.Range(0, task.Graphs.Count).ToArray();

    private static double TrainEpoch(INetwork network, TrainingSettings training, int[] order, int epoch, CancellationToken cancellation)
    {
        double sum = 0;
        var rate = training.LearningRateOf(epoch);
        for (var start = 0; start < order.Length; start += training.BatchSize)
        {
            cancellation.ThrowIfCancellationRequested();
            var batch = order.AsSpan(start, Math.Min(training.BatchSize, order.Length - start));
            sum += network.Train(batch, rate) * batch.Length;
        }

        return sum / order.Length;
    }

    private static double MeanAbsoluteError(INetwork network, TrainingTask task, Normalization normalization, ImmutableArray<int> crystals, out ImmutableArray<double> predictions)
    {
        var values = new double[crystals.Length];
        network.Predict(crystals.AsSpan(), values);
        double sum = 0;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = normalization.Invert(values[i]);
            sum += Math.Abs(values[i] - task.Target.Values[crystals[i]]);
        }

        predictions = [.. values];
        return sum / values.Length;
    }
}
