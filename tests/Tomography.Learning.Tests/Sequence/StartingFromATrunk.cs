using Shouldly;
using Tomography.Crystals;
using Xunit;

namespace Tomography.Learning.Tests.Sequence;

/// <summary>Models that start from the trunk of another, and that learn from few labels.</summary>
public class StartingFromATrunk
{
    private readonly PhantomCrystals _crystals = new(60, Representation.Composition, folded: true);

    [Fact]
    public void A_frozen_trunk_has_the_very_bits_of_the_source()
    {
        var source = Train(Task());
        var started = Train(Task() with { Target = _crystals.Sites, Start = new(source, 0) });

        var shared = Task().Layout.SharedSize;
        started.Parameters[..shared].ShouldBe(source.Parameters[..shared]);
        started.Running.ShouldBe(source.Running);
        started.Parameters[shared..].ShouldNotBe(source.Parameters[shared..]);
    }

    [Fact]
    public void A_trunk_that_is_trained_on_moves_and_keeps_nothing_of_the_source_s_head()
    {
        var source = Train(Task());
        var task = Task() with { Training = Quick(1) };
        var shared = task.Layout.SharedSize;

        Train(task with { Start = new(source, 0.1) }).Parameters[..shared].ShouldNotBe(source.Parameters[..shared]);
        ModelState other = new([.. source.Parameters.Select((p, i) => i < shared ? p : 2 * p)], source.Running);
        Train(task with { Start = new(other, 0.1) }).Parameters.ShouldBe(Train(task with { Start = new(source, 0.1) }).Parameters);
    }

    [Fact]
    public void The_head_starts_as_that_of_the_model_alone()
    {
        var (layout, source) = (Task().Layout, Train(Task()));
        var drawn = InitialWeights.Draw(layout, 3);

        var start = new TrunkStart(source, 1).Over(layout, drawn);

        start.Parameters[..layout.SharedSize].ShouldBe(source.Parameters[..layout.SharedSize]);
        start.Parameters[layout.SharedSize..].ShouldBe(drawn.Parameters[layout.SharedSize..]);
    }

    [Fact]
    public void A_source_of_other_sizes_is_refused()
    {
        var task = Task() with { Start = new(Train(Task() with { Model = new(1, 8, 8, 1) }), 0) };
        Should.Throw<InvalidDataException>(() => Train(task)).Message.ShouldContain("other sizes");
    }

    [Fact]
    public void A_started_training_that_was_stopped_goes_on_with_the_same_bits()
    {
        var task = Task() with { Start = new(Train(Task()), 0.5), Target = _crystals.Sites };
        var whole = Trainer.Train(new CpuDevice(), task, null, default);
        TrainingCheckpoint? kept = null;
        using var stop = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() => Trainer.Run(
            new CpuDevice(), task,
            new() { OnEpoch = e => { if (e.Epoch == 2) stop.Cancel(); }, SaveCheckpoint = c => kept = c }, stop.Token));
        var resumed = Trainer.Run(new CpuDevice(), task, new() { Resume = kept }, default);
        resumed.Best.Parameters.ShouldBe(whole.Best.Parameters);
        resumed.TestPredictions.ShouldBe(whole.TestPredictions);
    }

    [Fact]
    public void Fewer_labels_are_a_part_of_more_and_validation_and_test_stay()
    {
        var split = _crystals.Split();
        var (few, more) = (split.Labelled(5, 7, null), split.Labelled(20, 7, null));
        few.Train.Length.ShouldBe(5);
        more.Train[..5].ShouldBe(few.Train);
        more.Train.Except(split.Train).ShouldBeEmpty();
        (more.Validation, more.Test).ShouldBe((split.Validation, split.Test));
        split.Labelled(20, 8, null).Train.ShouldNotBe(more.Train);
        split.Labelled(1000, 7, null).Train.Order().ShouldBe(split.Train.Order());
    }

    [Fact]
    public void Of_materials_that_have_a_property_the_same_ones_come_first()
    {
        var split = _crystals.Split();
        int[] have = [.. Enumerable.Range(0, 60).Where(i => i % 3 != 0)];
        var own = split.Labelled(10, 7, have);
        own.Train.ShouldBe(split.Labelled(60, 7, null).Train.Where(have.Contains).Take(10));
        own.Test.ShouldBe(split.Test.Where(have.Contains));
    }

    [Fact]
    public void Sources_weigh_the_same_in_the_training_part_however_many_crystals_they_have()
    {
        var hubbard = _crystals.Hubbard;
        var train = _crystals.Split().Train;
        var weights = SourceWeights.Of(hubbard, train);
        var sums = train.GroupBy(i => hubbard.Values[i]).Select(g => g.Sum(i => weights[i])).ToArray();
        sums.Length.ShouldBe(2);
        sums[0].ShouldBe(sums[1], 1e-9);
        train.Average(i => weights[i]).ShouldBe(1, 1e-9);
        Train(Task() with { Sources = hubbard }).Parameters.ShouldNotBe(Train(Task()).Parameters);
    }

    private static TrainingSettings Quick(int epochs) =>
        TrainingSettings.Default with { Epochs = epochs, BatchSize = 16, Optimizer = OptimizerKind.Adam };

    private TrainingTask Task() => new(_crystals.Packed, _crystals.Energy, [], _crystals.Split(), new(2, 8, 8, 1), Quick(4), 3);

    private static ModelState Train(TrainingTask task) => Trainer.Train(new CpuDevice(), task, null, default).Best;
}
