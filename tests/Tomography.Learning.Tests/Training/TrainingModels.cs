using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Learning.Tests;

public class TrainingModels
{
    private static readonly TrainingSettings Quick = TrainingSettings.Default with { Epochs = 12, BatchSize = 16 };
    private static readonly ModelSettings Small = new(2, 16, 16, 1);

    [Fact]
    public void A_model_learns_more_than_the_mean()
    {
        var crystals = new PhantomCrystals(150, Representation.Structure, folded: true);
        var task = Task(crystals, null) with { Training = Quick with { Epochs = 40 } };
        var outcome = Trainer.Train(new CpuDevice(), task, null, default);
        var mean = task.Split.Train.Average(i => crystals.Energy.Values[i]);
        var ofMean = task.Split.Test.Average(i => Math.Abs(crystals.Energy.Values[i] - mean));
        outcome.TestMae.ShouldBeLessThan(0.8 * ofMean);
    }

    [Fact]
    public void Training_the_same_task_twice_gives_the_same_bits()
    {
        var crystals = new PhantomCrystals(60, Representation.Composition, folded: true);
        var task = Task(crystals, crystals.Sites);
        TrainingOutcome first = Trainer.Train(new CpuDevice(), task, null, default),
            second = Trainer.Train(new CpuDevice(), task, null, default);
        second.TestMae.ShouldBe(first.TestMae);
        second.Best.Parameters.ShouldBe(first.Best.Parameters);
        second.History.ShouldBe(first.History);
    }

    [Fact]
    public void The_best_epoch_is_the_first_with_the_lowest_validation_error_and_its_weights_are_tested()
    {
        var crystals = new PhantomCrystals(60, Representation.Structure, folded: true);
        var seen = new List<EpochRecord>();
        var task = Task(crystals, null) with { Training = Quick with { LearningRate = 0.1 } };
        var outcome = Trainer.Train(new CpuDevice(), task, seen.Add, default);
        seen.Select(e => e.Epoch).ShouldBe(Enumerable.Range(1, 12));
        outcome.ValidationMae.ShouldBe(seen.Min(e => e.ValidationMae));
        outcome.BestEpoch.ShouldBe(seen.First(e => e.ValidationMae == outcome.ValidationMae).Epoch);

        // Training exactly to the best epoch leaves the very weights that were tested.
        var shorter = Trainer.Train(
            new CpuDevice(),
            task with
            {
                Training = task.Training with { Epochs = outcome.BestEpoch },
            },
            null,
            default);
        shorter.TestMae.ShouldBe(outcome.TestMae);
        outcome
            .TestPredictions.Zip(task.Split.Test, (p, i) => Math.Abs(p - crystals.Energy.Values[i]))
            .Average()
            .ShouldBe(outcome.TestMae, 1e-12);
    }

    [Fact]
    public void A_feature_that_is_the_target_is_found()
    {
        var crystals = new PhantomCrystals(150, Representation.Composition, folded: true);
        var training = Quick with { Epochs = 60 };
        var baseline = Trainer.Train(new CpuDevice(), Task(crystals, null) with { Training = training }, null, default);
        var told = Trainer.Train(new CpuDevice(), Task(crystals, crystals.Energy) with { Training = training }, null, default);
        told.TestMae.ShouldBeLessThan(0.5 * baseline.TestMae);
    }

    [Fact]
    public void Adam_trains_too()
    {
        var crystals = new PhantomCrystals(150, Representation.Structure, folded: true);
        var task = Task(crystals, null) with { Training = Quick with { Epochs = 30, Optimizer = OptimizerKind.Adam } };
        var outcome = Trainer.Train(new CpuDevice(), task, null, default);
        outcome.History[^1].TrainLoss.ShouldBeLessThan(0.5 * outcome.History[0].TrainLoss);
    }

    [Fact]
    public void A_learning_rate_that_explodes_is_reported_as_divergence()
    {
        var crystals = new PhantomCrystals(60, Representation.Structure, folded: true);
        var task = Task(crystals, null) with { Training = Quick with { LearningRate = 1e30 } };
        Should
            .Throw<TrainingDivergedException>(() => Trainer.Train(new CpuDevice(), task, null, default))
            .Message.ShouldContain("learning-rate");
    }

    [Theory]
    [InlineData("structure")]
    [InlineData("composition")]
    public void A_weight_that_is_no_number_makes_the_loss_none(string sees)
    {
        var crystals = new PhantomCrystals(30, new(sees), folded: true);
        var features = FeatureVectors.Of([crystals.Hubbard], []);
        var inputs = new NetworkInputs(
            crystals.Packed, features, [.. crystals.Energy.Values.Select(v => (float)v)], new(2, 8, 8, 2), TrainingSettings.Default);
        var layout = inputs.CreateLayout();
        foreach (var block in layout.Blocks)
        {
            var state = InitialWeights.Draw(layout, 1);
            // Every Gaussian: no bond of the phantom reaches the first.
            for (var row = 0; row < block.Rows; row++) state.Parameters[block.Offset + row * block.Stride] = float.NaN;
            using var network = CpuDevice.Network(inputs, state);
            network.Train([.. Enumerable.Range(0, 30)], 0.01).ShouldBe(double.NaN, block.Name);
        }
    }

    [Fact]
    public void Cancelling_stops_between_steps()
    {
        var crystals = new PhantomCrystals(60, Representation.Structure, folded: true);
        using var stop = new CancellationTokenSource();
        var epochs = 0;
        Should.Throw<OperationCanceledException>(() => Trainer.Train(new CpuDevice(), Task(crystals, null), _ =>
        {
            if (++epochs == 3) stop.Cancel();
        }, stop.Token));
        epochs.ShouldBe(3);
    }

    [Fact]
    public void The_learning_rate_falls_after_each_milestone()
    {
        var settings = TrainingSettings.Default with { Milestones = [100, 200] };
        settings.LearningRateOf(100).ShouldBe(0.01);
        settings.LearningRateOf(101).ShouldBe(0.001, 1e-15);
        settings.LearningRateOf(201).ShouldBe(0.0001, 1e-15);
    }

    [Fact]
    public void Normalising_by_the_training_part_ignores_what_is_tested()
    {
        double[] values = [1, 2, 3, 1000];
        var normalization = Normalization.Of(values, [0, 1, 2]);
        normalization.Mean.ShouldBe(2);
        normalization.StandardDeviation.ShouldBe(1);
        Normalization.Of([5, 5, 5], [0, 1, 2]).Apply(5).ShouldBe(0);
    }

    private static TrainingTask Task(PhantomCrystals crystals, PropertyColumn? feature) =>
        new(crystals.Packed, crystals.Energy, feature is null ? [] : [feature], crystals.Split(), Small, Quick, 123);
}
