using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning.Kernels;
using Xunit;

namespace Tomography.Learning.Tests.Joint;

public class TrainingJointModels
{
    private static readonly PhantomCrystals s_crystals = new(30, Representation.Structure, folded: true);

    [Theory]
    [InlineData(OptimizerKind.Sgd, null)]
    [InlineData(OptimizerKind.Adam, 1)]
    public void Resumed_from_between_any_two_steps_a_training_has_the_bits_of_an_undisturbed_one(OptimizerKind optimizer, int? shared)
    {
        var task = Task(optimizer, JointSettings.Default with { SharedConvolutions = shared, LossWeights = LossWeights.Uncertainty });
        var undisturbed = Trainer.Train(new LaneDevice<Lanes8>(), task, null, default);
        var (_, checkpoints) = SmallTraining.TrainWithCheckpoints(new LaneDevice<Lanes8>(), task);
        checkpoints.Count.ShouldBeGreaterThan(10);
        foreach (var checkpoint in checkpoints)
        {
            var resume = new TrainingOptions { Resume = SmallTraining.ThroughBytes(checkpoint) };
            var resumed = Trainer.Run(new LaneDevice<Lanes16>(), task, resume, default);
            resumed.ShouldHaveTheBitsOf(undisturbed);
            foreach (var (actual, expected) in resumed.Targets.Zip(undisturbed.Targets))
            {
                actual.TestPredictions.ShouldBe(expected.TestPredictions);
                (actual.BestEpoch, actual.ValidationMae).ShouldBe((expected.BestEpoch, expected.ValidationMae));
            }
        }
    }

    [Fact]
    public void Each_target_is_tested_at_its_own_best_epoch_on_the_crystals_that_have_it()
    {
        var task = Task(OptimizerKind.Sgd, JointSettings.Default);
        task = task with { Training = task.Training with { Epochs = 12, LearningRate = 0.1, Milestones = [] } };
        var outcome = Trainer.Train(new CpuDevice(), task, null, default);

        outcome.Targets.Select(t => t.Target.Value).ShouldBe(["formation-energy-per-atom", "is-hubbard", "number-of-sites"]);
        foreach (var (target, place) in outcome.Targets.Select((t, i) => (t, i)))
        {
            var history = outcome.History.Select(h => h.TargetMaes!.Value[place]).ToArray();
            target.ValidationMae.ShouldBe(history.Min());
            target.BestEpoch.ShouldBe(Array.IndexOf(history, history.Min()) + 1);
        }

        outcome.Targets.Select(t => t.BestEpoch).Distinct().Count().ShouldBeGreaterThan(1);
        var tested = task.Split.Test.Where(task.Targets[2].Has).ToArray();
        tested.Length.ShouldBeLessThan(task.Split.Test.Length);
        outcome.Targets[2].TestPredictions.Length.ShouldBe(tested.Length);
        outcome.Targets[2].TestMae
            .ShouldBe(tested.Zip(outcome.Targets[2].TestPredictions, (i, p) => Math.Abs(p - Sites(i))).Average(), 1e-9);
        outcome.Targets[1].TestPredictions.ShouldAllBe(p => p >= 0 && p <= 1);

        double Sites(int crystal) => task.Targets[2].Values[crystal];
    }

    [Fact]
    public void The_stored_state_of_a_target_predicts_what_the_outcome_says()
    {
        var task = Task(OptimizerKind.Sgd, JointSettings.Default);
        var outcome = Trainer.Train(new CpuDevice(), task, null, default);
        foreach (var (target, place) in outcome.Targets.Select((t, i) => (t, i)))
        {
            using var model = new TrainedModel(new CpuDevice(), task, target.Best, task.Graphs, place);
            var all = model.Predict([.. Enumerable.Range(0, task.Graphs.Count)]);
            var tested = task.Split.Test.Where(task.Targets[place].Has);
            tested.Select(i => all[i]).ShouldBe(target.TestPredictions);
        }
    }

    [Fact]
    public void A_checkpoint_of_another_number_of_targets_is_refused()
    {
        var task = Task(OptimizerKind.Sgd, JointSettings.Default);
        var checkpoint = SmallTraining.TrainUntil(5, new CpuDevice(), task, null).ShouldNotBeNull();
        Should.Throw<InvalidDataException>(() => Trainer.Run(
            new CpuDevice(), task with { Joined = task.Joined[..1] }, new TrainingOptions { Resume = checkpoint }, default));
        Should.Throw<InvalidDataException>(() => Trainer.Run(
            new CpuDevice(), task with { Joined = [] }, new TrainingOptions { Resume = checkpoint }, default));
    }

    // Energy of all, a class of all, and the number of sites of two in three.
    internal static TrainingTask Task(OptimizerKind optimizer, JointSettings joint)
    {
        var single = SmallTraining.Task(optimizer, feature: false);
        var sites = s_crystals.Sites;
        return single with
        {
            Graphs = s_crystals.Packed,
            Joined = [s_crystals.Hubbard, sites with { Values = [.. sites.Values.Select((v, i) => i % 3 == 0 ? double.NaN : v)] }],
            Training = single.Training with { Joint = joint },
        };
    }
}
