using System.Collections.Immutable;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Learning.Tests;

/// <summary>Models that are trained in step have the bits that they have alone, whatever becomes of the others.</summary>
public class TrainingCohorts
{
    /// <summary>A baseline, a model with a number, and one with a class.</summary>
    private static readonly ImmutableArray<TrainingTask> Models = SmallTraining.Cohort(OptimizerKind.Sgd);

    private static readonly CpuDevice Device = new();

    [Theory]
    [InlineData(OptimizerKind.Sgd)]
    [InlineData(OptimizerKind.Adam)]
    public void A_cohort_of_three_has_the_bits_of_three_trainings(OptimizerKind optimizer)
    {
        var models = SmallTraining.Cohort(optimizer);
        var told = new List<(int Place, EpochRecord Epoch)>();
        var outcomes = Run(models, new()
        {
            OnDone = (_, _) => { }, OnEpoch = (place, epoch) => told.Add((place, epoch)), MostLatents = place => 2 * place,
        });
        for (var place = 0; place < models.Length; place++)
        {
            var alone = Trainer.Run(Device, models[place], new TrainingOptions { MostLatents = 2 * place }, default);
            outcomes[place].ShouldHaveTheBitsOf(alone);
            outcomes[place].Latents.ShouldBe(alone.Latents);
            told.Where(t => t.Place == place).Select(t => t.Epoch).ShouldBe(alone.History);
        }

        outcomes.Values.Select(o => o.TestMae).ShouldBeUnique();
    }

    [Fact]
    public void Seeds_and_splits_train_side_by_side_with_the_bits_that_they_have_alone()
    {
        var split = Models[0].Split;
        var other = split with { Train = split.Test.AddRange(split.Train[split.Test.Length..]), Test = split.Train[..split.Test.Length] };
        var shorter = split with { Train = split.Train.RemoveAt(0) };
        ImmutableArray<TrainingTask> models =
            [Models[0], Models[1], Models[1] with { Seed = 124 }, Models[2] with { Split = other }, Models[0] with { Split = shorter }];
        var outcomes = Run(models, new() { OnDone = (_, _) => { } });
        for (var place = 0; place < models.Length; place++)
            outcomes[place].ShouldHaveTheBitsOf(Trainer.Train(Device, models[place], null, default));
        outcomes.Values.Select(o => o.TestMae).ShouldBeUnique();
    }

    [Fact]
    public void Models_whose_checkpoints_were_taken_at_different_steps_come_to_the_same_bits()
    {
        var outcomes = Run(Models, new()
        {
            OnDone = (_, _) => { },
            // In the first epoch, at the end of the second, and not at all.
            Resume = place => place switch
            {
                0 => SmallTraining.TrainUntil(2, Device, Models[0], null),
                1 => SmallTraining.TrainUntil(6, Device, Models[1], null),
                _ => null,
            },
        });
        for (var place = 0; place < Models.Length; place++)
            outcomes[place].ShouldHaveTheBitsOf(Trainer.Train(Device, Models[place], null, default));
    }

    [Fact]
    public void Every_checkpoint_of_a_cohort_that_is_stopped_again_and_again_leads_to_the_same_bits()
    {
        var saved = new Dictionary<int, TrainingCheckpoint>();
        var outcomes = new Dictionary<int, TrainingOutcome>();
        for (var runs = 0; outcomes.Count < Models.Length; runs++)
        {
            runs.ShouldBeLessThan(30, "each run goes on");
            using var stop = new CancellationTokenSource();
            var steps = 3;
            var left = Enumerable.Range(0, Models.Length).Where(p => !outcomes.ContainsKey(p)).ToArray();
            var options = new CohortOptions
            {
                OnDone = (place, outcome) => outcomes[left[place]] = outcome,
                Resume = place => saved.TryGetValue(left[place], out var checkpoint) ? SmallTraining.ThroughBytes(checkpoint) : null,
                IsCheckpointDue = () =>
                {
                    if (--steps <= 0) stop.Cancel();
                    return false;
                },
                SaveCheckpoint = (place, checkpoint) => saved[left[place]] = checkpoint,
            };
            try
            {
                Trainer.Run(Device, new CohortTask([.. left.Select(p => Models[p])]), options, stop.Token);
            }
            catch (OperationCanceledException)
            {
                saved.Keys.ShouldBe(left.Union(saved.Keys), ignoreOrder: true, "each model that is not done has one");
            }
        }

        for (var place = 0; place < Models.Length; place++)
            outcomes[place].ShouldHaveTheBitsOf(Trainer.Train(Device, Models[place], null, default));
    }

    [Fact]
    public void A_model_whose_numbers_are_lost_fails_alone_and_the_others_come_to_the_same_bits()
    {
        // A target that is not known where it is validated: its error is no number.
        var unknown = Models[0].Target with
        {
            Values = [.. Models[0].Target.Values.Select((v, i) => i == Models[0].Split.Validation[0] ? double.NaN : v)],
        };
        ImmutableArray<TrainingTask> models = [Models[0], Models[1] with { Target = unknown }, Models[2]];
        var failed = new Dictionary<int, Exception>();
        var outcomes = Run(models, new() { OnDone = (_, _) => { }, OnFailed = failed.Add });
        failed.ShouldHaveSingleItem().Key.ShouldBe(1);
        failed[1].ShouldBeOfType<TrainingDivergedException>().Epoch.ShouldBe(1);
        outcomes.Keys.ShouldBe([0, 2], ignoreOrder: true);
        foreach (var place in outcomes.Keys) outcomes[place].ShouldHaveTheBitsOf(Trainer.Train(Device, models[place], null, default));
    }

    [Fact]
    public void A_model_that_diverges_in_a_later_epoch_leaves_the_others_where_they_are()
    {
        // Weights without bound in its checkpoint after the first epoch: its next step is its last.
        var checkpoint = SmallTraining.TrainUntil(3, Device, Models[1], null).ShouldNotBeNull();
        var broken = checkpoint with { Network = Broken(checkpoint.Network) };
        var failed = new List<int>();
        var outcomes = Run(Models, new()
        {
            OnDone = (_, _) => { }, OnFailed = (place, _) => failed.Add(place), Resume = place => place == 1 ? broken : null,
        });
        failed.ShouldBe([1]);
        foreach (var place in new[] { 0, 2 }) outcomes[place].ShouldHaveTheBitsOf(Trainer.Train(Device, Models[place], null, default));

        static NetworkState Broken(NetworkState state) =>
            state with { Model = state.Model with { Parameters = [.. state.Model.Parameters.Select(_ => float.NaN)] } };
    }

    [Fact]
    public void A_checkpoint_that_is_none_of_its_model_fails_it_alone()
    {
        var other = SmallTraining.TrainUntil(2, Device, Models[0], null);
        var failed = new Dictionary<int, Exception>();
        var outcomes = Run(Models, new() { OnDone = (_, _) => { }, OnFailed = failed.Add, Resume = place => place == 1 ? other : null });
        failed.ShouldHaveSingleItem().Key.ShouldBe(1);
        failed[1].ShouldBeOfType<InvalidDataException>();
        foreach (var place in new[] { 0, 2 }) outcomes[place].ShouldHaveTheBitsOf(Trainer.Train(Device, Models[place], null, default));
    }

    [Fact]
    public void Where_nobody_hears_of_failures_the_first_ends_the_training_of_all()
    {
        var unknown = Models[0].Target with { Values = [.. Models[0].Target.Values.Select(_ => double.NaN)] };
        Should.Throw<TrainingDivergedException>(
            () => Run([Models[0], Models[0] with { Target = unknown }], new() { OnDone = (_, _) => { } }));
    }

    [Fact]
    public void Models_that_cannot_be_trained_in_step_are_refused()
    {
        Refused([]);
        Refused([Models[0], Models[1] with { Model = Models[1].Model with { Hidden = 9 } }]);
        Refused([Models[0], Models[1] with { Training = Models[1].Training with { Epochs = 5 } }]);
        Refused([Models[0], Models[1] with { Training = Models[1].Training with { Milestones = [1, 2] } }]);
        var sameMilestones = Models[1].Training with { Milestones = [1, 3] };
        new CohortTask([Models[0], Models[1] with { Training = sameMilestones }]).Models.Length.ShouldBe(2);

        static void Refused(ImmutableArray<TrainingTask> models) => Should.Throw<ArgumentException>(() => new CohortTask(models));
    }

    [Fact]
    public void A_model_of_some_materials_never_looks_at_the_others()
    {
        var some = Enumerable.Range(0, Models[0].Graphs.Count).Where(i => i % 3 > 0).ToImmutableArray();
        var task = Models[1] with { Materials = some, Split = Models[1].Split.Within(some) };
        PropertyColumn Without(PropertyColumn column, double value) =>
            column with { Values = [.. column.Values.Select((v, i) => some.Contains(i) ? v : value)] };
        var outcome = Trainer.Train(Device, task, null, default);
        outcome.Materials.ShouldBe(some.Length);
        foreach (var value in new[] { double.NaN, 1e9 })
        {
            var other = task with { Target = Without(task.Target, value), Features = [Without(task.Features[0], value)] };
            Trainer.Train(Device, other, null, default).ShouldHaveTheBitsOf(outcome);
        }
    }

    private static Dictionary<int, TrainingOutcome> Run(ImmutableArray<TrainingTask> models, CohortOptions options)
    {
        var outcomes = new Dictionary<int, TrainingOutcome>();
        Trainer.Run(Device, new CohortTask(models), options with { OnDone = outcomes.Add }, default);
        return outcomes;
    }
}
