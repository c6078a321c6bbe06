using System.Collections.Immutable;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Learning.Tests;

/// <summary>
/// A training of a dozen steps that passes milestones, with an epoch that ends on a small batch, and tools to disturb it.
/// </summary>
internal static class SmallTraining
{
    private static readonly PhantomCrystals Crystals = new(30, Representation.Structure, folded: true);

    public static TrainingTask Task(OptimizerKind optimizer, bool feature, NormalizationScope normalize = NormalizationScope.Dataset)
    {
        var training = TrainingSettings.Default with
        {
            Epochs = 4,
            BatchSize = 7,
            Optimizer = optimizer,
            LearningRate = 0.02,
            WeightDecay = 0.001,
            Milestones = [1, 3],
            Normalize = normalize,
        };
        return new(Crystals.Packed, Crystals.Energy, feature ? [Crystals.Hubbard] : [], Crystals.Split(), new(2, 8, 8, 2), training, 123);
    }

    /// <summary>A baseline, a model with a number and one with a class, which can be trained in step.</summary>
    public static ImmutableArray<TrainingTask> Cohort(OptimizerKind optimizer)
    {
        var (baseline, told) = (Task(optimizer, feature: false), Task(optimizer, feature: true));
        return [baseline, baseline with { Features = [Crystals.Sites] }, baseline with { Features = told.Features }];
    }

    /// <summary>The outcome, and a checkpoint between all steps.</summary>
    public static (TrainingOutcome Outcome, IReadOnlyList<TrainingCheckpoint> Checkpoints) TrainWithCheckpoints(
        IComputeDevice device,
        TrainingTask task)
    {
        var checkpoints = new List<TrainingCheckpoint>();
        return (
            Trainer.Run(device, task, new TrainingOptions { IsCheckpointDue = () => true, SaveCheckpoint = checkpoints.Add }, default),
            checkpoints);
    }

    /// <summary>Trains until cancelled after some steps; null where the training ended before.</summary>
    public static TrainingCheckpoint? TrainUntil(int steps, IComputeDevice device, TrainingTask task, TrainingCheckpoint? resume)
    {
        using var stop = new CancellationTokenSource();
        TrainingCheckpoint? saved = null;
        var options = new TrainingOptions
        {
            Resume = resume,
            IsCheckpointDue = () =>
            {
                if (--steps <= 0)
                    stop.Cancel();
                return false;
            },
            SaveCheckpoint = c => saved = c,
        };
        try
        {
            Trainer.Run(device, task, options, stop.Token);
            return null;
        }
        catch (OperationCanceledException)
        {
            return saved.ShouldNotBeNull();
        }
    }

    public static TrainingCheckpoint ThroughBytes(TrainingCheckpoint checkpoint) =>
        TrainingCheckpoint.Read(new MemoryStream(Bytes(checkpoint)));

    public static byte[] Bytes(TrainingCheckpoint checkpoint)
    {
        using var stream = new MemoryStream();
        checkpoint.Write(stream);
        return stream.ToArray();
    }

    /// <summary>Compares all bits but those of the seconds.</summary>
    public static void ShouldHaveTheBitsOf(this TrainingOutcome actual, TrainingOutcome expected)
    {
        Bits([actual.TestMae, actual.R2 ?? 2, actual.ConstantMae, actual.ValidationMae, actual.BestEpoch])
            .ShouldBe(Bits([expected.TestMae, expected.R2 ?? 2, expected.ConstantMae, expected.ValidationMae, expected.BestEpoch]));
        Bits(actual.History.SelectMany(r => new[] { r.Epoch, r.TrainLoss, r.ValidationMae }))
            .ShouldBe(Bits(expected.History.SelectMany(r => new[] { r.Epoch, r.TrainLoss, r.ValidationMae })));
        Bits(actual.TestPredictions).ShouldBe(Bits(expected.TestPredictions));
        Bits(actual.ValidationPredictions).ShouldBe(Bits(expected.ValidationPredictions));
        Bits(actual.Best.Parameters.Select(p => (double)p)).ShouldBe(Bits(expected.Best.Parameters.Select(p => (double)p)));
        Bits(actual.Best.Running.Select(p => (double)p)).ShouldBe(Bits(expected.Best.Running.Select(p => (double)p)));
    }

    private static long[] Bits(IEnumerable<double> values) => [.. values.Select(BitConverter.DoubleToInt64Bits)];
}
