using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Learning.Tests.Variance;

/// <summary>Models that predict the variance of their own error, from the training to what they are asked.</summary>
public class TrainingWithAVariance
{
    private static readonly TrainingSettings s_gaussian = TrainingSettings.Default with
    {
        Epochs = 60, BatchSize = 32, Optimizer = OptimizerKind.Adam, LearningRate = 0.01, Milestones = [45], Loss = LossKind.Gaussian,
    };

    private const double Loud = 1, Quiet = 0.1;

    private readonly PhantomCrystals _crystals = new(400, Representation.Composition, folded: true);

    [Fact]
    public void Noise_is_told_where_it_is()
    {
        // Noise on top of what can be learnt, ten times louder for oxides than for all else. The best epoch is that of the mean, so there
        // must be something to learn, else it is an early one that knows of no variance.
        var random = new Generator(5, GeneratorPurpose.Split);
        bool[] isLoud = [.. _crystals.Materials.Select(m => m.Crystal.Sites.Any(s => s.Occupants[0].AtomicNumber == 8))];
        var noise = new PropertyColumn(
            new(new("noisy"), "", PropertyKind.Number, [], [], ""),
            [.. isLoud.Select((l, i) => _crystals.Energy.Values[i] + (l ? Loud : Quiet) * Normal(random))]);
        var task = Task(noise);
        var outcome = Trainer.Train(new CpuDevice(), task, null, default);
        using var model = new TrainedModel(new CpuDevice(), task, outcome.Best, _crystals.Packed);

        var told = model.Deviations(task.Split.Test.AsSpan()).ShouldNotBeNull();
        var (loud, quiet) = (Mean(isTrue: true), Mean(isTrue: false));
        loud.ShouldBeInRange(0.6 * Loud, 1.5 * Loud);
        quiet.ShouldBeInRange(0.5 * Quiet, 4 * Quiet);
        model.Predict(task.Split.Test.AsSpan()).ShouldBe(outcome.TestPredictions);

        double Mean(bool isTrue) => told.Where((_, i) => isLoud[task.Split.Test[i]] == isTrue).Average();
    }

    [Fact]
    public void A_model_of_the_squared_error_tells_none_and_devices_need_not_train_the_other()
    {
        var task = Task(_crystals.Energy) with { Training = s_gaussian with { Epochs = 1 } };
        var squared = task with { Training = task.Training with { Loss = LossKind.Squared } };
        var outcome = Trainer.Train(new CpuDevice(), squared, null, default);
        using var model = new TrainedModel(new CpuDevice(), squared, outcome.Best, _crystals.Packed);
        model.Deviations([0, 1]).ShouldBeNull();
        IComputeDevice device = new LaneDevice<Kernels.Lanes8>();
        (device.Trains(squared), device.Trains(task), new CpuDevice().Trains(task)).ShouldBe((true, false, true));
        // A class has no variance of its own: its probability is one.
        (task with { Target = _crystals.Hubbard }).HasVariance.ShouldBeFalse();
    }

    [Fact]
    public void A_training_that_was_stopped_goes_on_to_the_same_bits()
    {
        var task = SmallTraining.Task(OptimizerKind.Adam, feature: true);
        task = task with { Training = task.Training with { Loss = LossKind.Gaussian } };
        var (whole, checkpoints) = SmallTraining.TrainWithCheckpoints(new CpuDevice(), task);
        var resume = new TrainingOptions { Resume = SmallTraining.ThroughBytes(checkpoints[5]) };
        Trainer.Run(new CpuDevice(), task, resume, default).ShouldHaveTheBitsOf(whole);
    }

    private TrainingTask Task(PropertyColumn target) => new(
        _crystals.Packed, target, [], _crystals.Split(), new(1, 16, 16, 1), s_gaussian, 1);

    private static double Normal(Generator random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextUnit())) * Math.Cos(2 * Math.PI * random.NextUnit());
}
