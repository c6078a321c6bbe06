namespace Tomography.Workflows.Tests;

/// <summary>Progress for people.</summary>
public sealed class TimeLeft
{
    private TimeSpan _now;

    [Fact]
    public void The_time_left_follows_from_the_epochs_trained()
    {
        var meter = Meter("abcdefgh", alreadyDone: 2, workers: 2);
        _now = TimeSpan.FromSeconds(5);
        meter.Read().Left.ShouldBeNull();
        _now = TimeSpan.Zero;
        meter.Started(new([Order('a')]), "cpu");
        meter.Started(new([Order('b')]), "cpu");
        _now = TimeSpan.FromSeconds(30);
        meter.Trained(new("a"), 30, 0.1);
        meter.Trained(new("b"), 15, 0.1);
        // 45 of 480 epochs, 4/3 s each; two at a time.
        meter.Read().ShouldBe(new(2, 10, 2, 0, TimeSpan.FromSeconds(290)));
        _now = TimeSpan.FromSeconds(60);
        meter.Finished(new("a"), failed: false);
        meter.Trained(new("b"), 60, 0.1);
        meter.Read().ShouldBe(new(3, 10, 1, 0, TimeSpan.FromSeconds(180)));
    }

    [Fact]
    public void Jobs_over_other_graphs_take_their_own_time()
    {
        var meter = new ProgressMeter(
            [Order('a', "structure"), Order('b', "structure"), Order('c', "composition"), Order('d', "composition")],
            0,
            ["cpu"],
            () => _now);
        meter.Started(new([Order('a', "structure")]), "cpu");
        _now = TimeSpan.FromSeconds(60);
        meter.Finished(new("a"), failed: false);
        meter.Read().Left.ShouldBe(TimeSpan.FromSeconds(180), "all that is known is a second per epoch");
        meter.Started(new([Order('c', "composition")]), "cpu");
        _now = TimeSpan.FromSeconds(66);
        meter.Finished(new("c"), failed: false);
        meter.Read().Left!.Value.TotalSeconds.ShouldBe(60 + 6, 1e-6, "one of each is left; sums in other order");
    }

    [Fact]
    public void The_start_of_a_worker_does_not_count()
    {
        var meter = Meter("ab");
        meter.Started(new([Order('a')]), "cpu");
        _now = TimeSpan.FromSeconds(100);
        meter.Resumed(new("a"), 0);
        _now = TimeSpan.FromSeconds(130);
        meter.Trained(new("a"), 30, 0.1);
        meter.Read().Left.ShouldBe(TimeSpan.FromSeconds(90));
    }

    [Fact]
    public void The_last_job_runs_alone()
    {
        var meter = Meter("a", workers: 8);
        meter.Started(new([Order('a')]), "cpu");
        _now = TimeSpan.FromSeconds(20);
        meter.Trained(new("a"), 20, 0.1);
        meter.Read().Left.ShouldBe(TimeSpan.FromSeconds(40));
    }

    [Fact]
    public void What_another_run_has_worked_on_a_job_says_nothing_about_this_one()
    {
        var meter = Meter("a");
        meter.Started(new([Order('a')]), "cpu");
        meter.Resumed(new("a"), 30);
        meter.Read().Left.ShouldBeNull();
        _now = TimeSpan.FromSeconds(30);
        meter.Trained(new("a"), 45, 0.1);
        // A quarter of the job in 30 s, and a quarter is left.
        meter.Read().Left.ShouldBe(TimeSpan.FromSeconds(30));
        meter.Running().ShouldHaveSingleItem().Epoch.ShouldBe(45);
    }

    [Fact]
    public void A_job_that_fails_at_once_does_not_make_the_rest_look_short()
    {
        var meter = Meter("abc");
        meter.Started(new([Order('a')]), "cpu");
        meter.Finished(new("a"), failed: true);
        meter.Read().Left.ShouldBeNull();
        meter.Started(new([Order('b')]), "cpu");
        _now = TimeSpan.FromSeconds(30);
        meter.Trained(new("b"), 30, 0.1);
        meter.Read().ShouldBe(new(1, 3, 1, 1, TimeSpan.FromSeconds(90)));
    }

    [Fact]
    public void Jobs_that_another_build_did_are_no_work_any_more()
    {
        var meter = Meter("abc");
        meter.Started(new([Order('a')]), "cpu");
        _now = TimeSpan.FromSeconds(30);
        meter.Trained(new("a"), 30, 0.1);
        meter.Started(new([Order('b')]), "cpu");
        meter.DoneElsewhere(new("b"));
        meter.Started(new([Order('c')]), "cpu");
        meter.Dropped(new("c"));
        meter.Read().ShouldBe(new(1, 3, 1, 0, TimeSpan.FromSeconds(90)));
    }

    private ProgressMeter Meter(string keys, int alreadyDone = 0, int workers = 1) =>
        new([.. keys.Select(k => Order(k))], alreadyDone, Enumerable.Repeat("cpu", workers), () => _now);

    private static CohortOrder Order(char key, string graphs = "") => Orders.Of($"{key}", graphs) with
    {
        Training = Tomography.Learning.TrainingSettings.Default with { Epochs = 60 },
    };
}
