using Shouldly;
using Tomography.Learning.Tests;
using Xunit;

namespace Tomography.Learning.Cuda.Tests;

/// <summary>Whole trainings of cohorts on a card, with all that may come between.</summary>
[Collection(nameof(Emulator))]
public sealed class CohortsTrainOnACard(EmulationFixture emulation)
{
    private static readonly CpuDevice s_cpu = new();

    [EmulationTheory]
    [InlineData(OptimizerKind.Sgd)]
    [InlineData(OptimizerKind.Adam)]
    public void Seeds_and_features_side_by_side_have_the_bits_that_each_model_has_alone_on_the_cpu(OptimizerKind optimizer)
    {
        var cohort = SmallCohort.Of(optimizer);
        using var card = TestCard.Open(emulation);
        var there = SmallCohort.Train(card.Device, cohort);
        there.Count.ShouldBe(8);
        for (var place = 0; place < 8; place++)
        {
            var alone = Trainer.Run(s_cpu, cohort.Models[place], new TrainingOptions { MostLatents = 3 }, default);
            there[place].ShouldHaveTheBitsOf(alone);
            Bits.Of(there[place].Latents.AsSpan()).ShouldBe(Bits.Of(alone.Latents.AsSpan()));
        }
    }

    [EmulationTheory]
    [InlineData(OptimizerKind.Sgd, LossKind.Gaussian)]
    [InlineData(OptimizerKind.Adam, LossKind.Squared)]
    public void Models_of_each_kind_beside_each_other_have_the_bits_of_the_cpu(OptimizerKind optimizer, LossKind loss)
    {
        var cohort = SmallCohort.Special(optimizer, epochs: 8, loss);
        using var card = TestCard.Open(emulation);
        var there = SmallCohort.Train(card.Device, cohort);
        for (var place = 0; place < cohort.Models.Length; place++)
        {
            card.Device.Trains(cohort.Models[place]).ShouldBeTrue();
            ShouldHaveAllBitsOf(there[place], Trainer.Train(s_cpu, cohort.Models[place], null, default));
        }

        there.Values.Count(o => o.Joint?.Tasks[0].Steps == 2).ShouldBe(3, "24 steps, of which the first and the twenty-first measure");
    }

    [EmulationFact]
    public void A_checkpoint_of_either_device_goes_on_on_the_other()
    {
        using var card = TestCard.Open(emulation);
        GoOnByTurns(card, SmallTraining.Task(OptimizerKind.Adam, feature: true));
        GoOnByTurns(card, SmallCohort.Special(OptimizerKind.Adam).Models[0]);
        GoOnByTurns(card, SmallCohort.Special(OptimizerKind.Sgd).Models[2]);
        GoOnByTurns(card, SmallCohort.Special(OptimizerKind.Adam, epochs: 8).Models[8]);
    }

    private static void ShouldHaveAllBitsOf(TrainingOutcome actual, TrainingOutcome expected)
    {
        actual.ShouldHaveTheBitsOf(expected);
        foreach (var (there, here) in actual.Targets.Zip(expected.Targets))
        {
            Bits.Of(there.TestPredictions.AsSpan()).ShouldBe(Bits.Of(here.TestPredictions.AsSpan()));
            Bits.Of(there.Best.Parameters).ShouldBe(Bits.Of(here.Best.Parameters));
            there.BestEpoch.ShouldBe(here.BestEpoch);
        }

        (actual.Joint is null).ShouldBe(expected.Joint is null);
        if (expected.Joint is not { } measures) return;
        actual.Joint!.Tasks.ShouldBe(measures.Tasks);
        actual.Joint.Relations.ShouldBe(measures.Relations);
    }

    private static void GoOnByTurns(TestCard card, TrainingTask task)
    {
        IComputeDevice[] devices = [s_cpu, card.Device];
        var expected = Trainer.Train(s_cpu, task, null, default);
        TrainingCheckpoint? checkpoint = null;
        var turns = 0;
        // A card is asked between epochs, the CPU between steps: each turn ends at the first question.
        while (SmallTraining.TrainUntil(1, devices[turns++ % 2], task, checkpoint) is { } next)
        {
            turns.ShouldBeLessThan(40);
            checkpoint = SmallTraining.ThroughBytes(next);
        }

        turns.ShouldBeGreaterThan(4);
        foreach (var device in devices)
            ShouldHaveAllBitsOf(Trainer.Run(device, task, new TrainingOptions { Resume = checkpoint }, default), expected);
    }

    [EmulationFact]
    public void Models_that_stand_at_different_steps_catch_up_and_one_that_diverges_fails_alone()
    {
        var models = SmallTraining.Cohort(OptimizerKind.Sgd);
        using var card = TestCard.Open(emulation);
        var late = SmallTraining.TrainUntil(6, s_cpu, models[0], null);
        var broken = SmallTraining.TrainUntil(3, s_cpu, models[1], null)!;
        broken = broken with
        {
            Network = broken.Network with
            {
                Model = broken.Network.Model with { Parameters = [.. broken.Network.Model.Parameters.Select(_ => float.NaN)] },
            },
        };
        var failed = new Dictionary<int, Exception>();
        var outcomes = SmallCohort.Train(card.Device, new(models), new()
        {
            OnDone = (_, _) => { }, OnFailed = failed.Add, Resume = place => place switch { 0 => late, 1 => broken, _ => null },
        });
        failed.ShouldHaveSingleItem().Key.ShouldBe(1);
        failed[1].ShouldBeOfType<TrainingDivergedException>();
        foreach (var place in new[] { 0, 2 }) outcomes[place].ShouldHaveTheBitsOf(Trainer.Train(s_cpu, models[place], null, default));
    }

    [EmulationTheory]
    [EmulatedAlone]
    [InlineData(false)]
    [InlineData(true)]
    public void A_cohort_on_a_card_that_is_full_is_refused_and_leaves_nothing_behind(bool isSpecial)
    {
        var cohort = isSpecial ? SmallCohort.Special(OptimizerKind.Adam, epochs: 1) : SmallCohort.Of(OptimizerKind.Adam, epochs: 1);
        var all = cohort.Models.Length;
        using var roomy = TestCard.Emulated(emulation.Fast, bytes: 1L << 30);
        roomy.Device.Room(cohort).ShouldBe(all);
        SmallCohort.Train(roomy.Device, cohort).Count.ShouldBe(all);
        var used = roomy.Used;
        roomy.Dispose();
        using var card = TestCard.Emulated(emulation.Fast, bytes: used / 2);
        var room = card.Device.Room(cohort);
        room.ShouldBeInRange(1, all - 2, "a card with half the memory that they take");
        SmallCohort.Train(card.Device, new([.. cohort.Models.Take(room)])).Count.ShouldBe(room, "what it says it has room for it trains");
        var held = card.Held;
        Should.Throw<DeviceMemoryException>(() => SmallCohort.Train(card.Device, cohort));
        card.Held.ShouldBe(held, "only the graphs stay");
        SmallCohort.Train(card.Device, new([.. cohort.Models.Take(1)])).Count.ShouldBe(1, "it goes on with fewer");
        card.Device.Dispose();
        card.Held.ShouldBe(0);
    }

    [EmulationFact]
    public void Whoever_asks_for_a_pause_gets_it_after_some_dozens_of_steps()
    {
        // 24 crystals in batches of one: 24 steps, all of them at once; in an epoch of 100 steps it is asked four times.
        var task = SmallCohort.Of(OptimizerKind.Sgd, epochs: 1).Models[0];
        task = task with { Training = task.Training with { BatchSize = 1 } };
        using var card = TestCard.Open(emulation);
        var inputs = new NetworkInputs(task.Graphs, FeatureVectors.None, new float[task.Graphs.Count], task.Model, task.Training);
        using var bank = card.Device.Create([inputs], [InitialWeights.Draw(inputs.CreateLayout(), 1)]);
        int[] order = [.. Enumerable.Range(0, 100).Select(i => i % task.Graphs.Count)];
        var asked = 0;
        var position = bank.Train(new([order], [0], 0, 1, 0.01), [0], new double[1], () => ++asked == 2);
        (position, asked).ShouldBe((64, 2));
        bank.Train(new([order], [0], position, 1, 0.01), [0], new double[1], () => { asked++; return false; }).ShouldBe(100);
        asked.ShouldBe(4);
    }
}
