using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Tomography.Learning.Kernels;
using Xunit;

namespace Tomography.Learning.Tests;

public class ResumingTraining
{
    [Theory]
    [InlineData(OptimizerKind.Sgd, false)]
    [InlineData(OptimizerKind.Sgd, true)]
    [InlineData(OptimizerKind.Adam, false)]
    [InlineData(OptimizerKind.Adam, true)]
    public void A_training_resumed_from_between_any_two_steps_has_the_bits_of_an_undisturbed_one(OptimizerKind optimizer, bool feature)
    {
        var task = SmallTraining.Task(optimizer, feature);
        var undisturbed = Trainer.Train(new LaneDevice<Lanes8>(), task, null, default);
        var (watched, checkpoints) = SmallTraining.TrainWithCheckpoints(new LaneDevice<Lanes8>(), task);
        watched.ShouldHaveTheBitsOf(undisturbed);
        // 18 crystals in batches of 7 are 3 steps; a checkpoint follows each, and each validation that an epoch follows.
        checkpoints
            .Select(c => (c.Epoch, c.Position))
            .ShouldBe([
                (1, 7),
                (1, 14),
                (1, 18),
                (2, 0),
                (2, 7),
                (2, 14),
                (2, 18),
                (3, 0),
                (3, 7),
                (3, 14),
                (3, 18),
                (4, 0),
                (4, 7),
                (4, 14),
                (4, 18),
            ]);
        foreach (var checkpoint in checkpoints)
        {
            var resume = new TrainingOptions { Resume = SmallTraining.ThroughBytes(checkpoint) };
            Trainer.Run(new LaneDevice<Lanes8>(), task, resume, default).ShouldHaveTheBitsOf(undisturbed);
            // Another machine may go on with wider registers.
            Trainer.Run(new LaneDevice<Lanes16>(), task, resume, default).ShouldHaveTheBitsOf(undisturbed);
        }
    }

    [Fact]
    public void A_best_epoch_before_the_interruption_is_the_one_that_is_tested()
    {
        var task = SmallTraining.Task(OptimizerKind.Sgd, true);
        task = task with { Training = task.Training with { Epochs = 8, LearningRate = 0.3, Milestones = [] } };
        var (undisturbed, checkpoints) = SmallTraining.TrainWithCheckpoints(new CpuDevice(), task);
        undisturbed.BestEpoch.ShouldBeLessThan(8);
        foreach (var checkpoint in checkpoints)
            Trainer
                .Run(new CpuDevice(), task, new TrainingOptions { Resume = SmallTraining.ThroughBytes(checkpoint) }, default)
                .ShouldHaveTheBitsOf(undisturbed);
    }

    [Fact]
    public void However_often_and_wherever_a_training_is_cancelled_its_bits_are_those_of_an_undisturbed_one()
    {
        var tasks = (
            from optimizer in new[] { OptimizerKind.Sgd, OptimizerKind.Adam }
            from feature in new[] { false, true }
            select SmallTraining.Task(optimizer, feature, NormalizationScope.Training)
        ).ToArray();
        var undisturbed = tasks.Select(t => Trainer.Train(new CpuDevice(), t, null, default)).ToArray();
        var stops = Gen.Choose(1, 6).ListOf();
        Prop.ForAll(
                Gen.Choose(0, 3).ToArbitrary(),
                stops.ToArbitrary(),
                (which, steps) =>
                {
                    TrainingCheckpoint? checkpoint = null;
                    foreach (var count in steps)
                        checkpoint = SmallTraining.TrainUntil(count, new CpuDevice(), tasks[which], checkpoint) is { } saved
                            ? SmallTraining.ThroughBytes(saved)
                            : checkpoint;
                    Trainer
                        .Run(new CpuDevice(), tasks[which], new TrainingOptions { Resume = checkpoint }, default)
                        .ShouldHaveTheBitsOf(undisturbed[which]);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithReplay(1, 3).WithMaxTest(60));
    }

    [Fact]
    public void A_resumed_training_tells_of_its_own_epochs_and_keeps_those_before_in_its_history()
    {
        var task = SmallTraining.Task(OptimizerKind.Sgd, false);
        var checkpoint = SmallTraining.TrainUntil(8, new CpuDevice(), task, null).ShouldNotBeNull();
        checkpoint.Epoch.ShouldBe(3);
        var told = new List<int>();
        var outcome = Trainer.Run(
            new CpuDevice(),
            task,
            new TrainingOptions { Resume = checkpoint with { Seconds = 1000 }, OnEpoch = r => told.Add(r.Epoch) },
            default);
        told.ShouldBe([3, 4]);
        outcome.History.Select(r => r.Epoch).ShouldBe([1, 2, 3, 4]);
        outcome.Seconds.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Cancelling_before_anything_new_was_trained_saves_nothing()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var saved = 0;
        var task = SmallTraining.Task(OptimizerKind.Sgd, false);
        var checkpoint = SmallTraining.TrainUntil(5, new CpuDevice(), task, null);
        foreach (var resume in new[] { null, checkpoint })
            Should.Throw<OperationCanceledException>(() =>
                Trainer.Run(new CpuDevice(), task, new TrainingOptions { Resume = resume, SaveCheckpoint = _ => saved++ }, stop.Token));
        saved.ShouldBe(0);
    }

    [Fact]
    public void A_checkpoint_does_not_change_while_training_goes_on()
    {
        var task = SmallTraining.Task(OptimizerKind.Adam, true);
        var taken = new List<(TrainingCheckpoint Checkpoint, byte[] Bytes)>();
        Trainer.Run(
            new CpuDevice(),
            task,
            new TrainingOptions { IsCheckpointDue = () => true, SaveCheckpoint = c => taken.Add((c, SmallTraining.Bytes(c))) },
            default);
        foreach (var (checkpoint, bytes) in taken)
            SmallTraining.Bytes(checkpoint).ShouldBe(bytes);

        // Nor does a training change the checkpoint that it goes on from.
        Trainer.Run(new CpuDevice(), task, new TrainingOptions { Resume = taken[4].Checkpoint }, default);
        SmallTraining.Bytes(taken[4].Checkpoint).ShouldBe(taken[4].Bytes);
    }

    [Fact]
    public void Asking_whether_a_checkpoint_is_due_allocates_nothing()
    {
        var task = SmallTraining.Task(OptimizerKind.Sgd, true);
        // Buffers grow to the largest batch in the first epochs.
        task = task with { Training = task.Training with { Epochs = 20 } };
        var allocated = new long[20 * 4];
        var asked = 0;
        var options = new TrainingOptions
        {
            IsCheckpointDue = () =>
            {
                allocated[asked++] = GC.GetAllocatedBytesForCurrentThread();
                return false;
            },
            SaveCheckpoint = _ => { },
        };
        Trainer.Run(new CpuDevice(), task, options, default);
        // Between the three steps of the last epoch.
        (allocated[asked - 1] - allocated[asked - 3]).ShouldBe(0);
    }

    [Fact]
    public void A_checkpoint_of_another_task_is_refused()
    {
        var task = SmallTraining.Task(OptimizerKind.Sgd, false);
        var checkpoint = SmallTraining.TrainUntil(9, new CpuDevice(), task, null).ShouldNotBeNull();
        Refused(SmallTraining.Task(OptimizerKind.Adam, false), "optimizer");
        Refused(SmallTraining.Task(OptimizerKind.Sgd, true), "model");
        Refused(task with { Model = task.Model with { Hidden = 40 } }, "model");
        Refused(task with { Training = task.Training with { Epochs = 2 } }, "epochs");
        Refused(task with { Training = task.Training with { BatchSize = 5 } }, "position");
        Refused(task with { Split = task.Split with { Train = task.Split.Train[1..] } }, "training part");

        void Refused(TrainingTask other, string reason) =>
            Should
                .Throw<InvalidDataException>(() =>
                    Trainer.Run(new CpuDevice(), other, new TrainingOptions { Resume = checkpoint }, default))
                .Message.ShouldContain(reason);
    }

    [Fact]
    public void A_training_that_diverges_does_so_in_the_same_epoch_after_resuming()
    {
        var task = SmallTraining.Task(OptimizerKind.Sgd, false);
        task = task with { Training = task.Training with { LearningRate = 1e4, Milestones = [] } };
        var checkpoints = new List<TrainingCheckpoint>();
        var options = new TrainingOptions { IsCheckpointDue = () => true, SaveCheckpoint = checkpoints.Add };
        var epoch = Should.Throw<TrainingDivergedException>(() => Trainer.Run(new CpuDevice(), task, options, default)).Epoch;
        checkpoints.ShouldNotBeEmpty();
        foreach (var checkpoint in checkpoints)
            Should
                .Throw<TrainingDivergedException>(() =>
                    Trainer.Run(new CpuDevice(), task, new TrainingOptions { Resume = SmallTraining.ThroughBytes(checkpoint) }, default))
                .Epoch.ShouldBe(epoch);
    }
}
