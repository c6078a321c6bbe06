namespace Tomography.Workflows.Tests;

/// <summary>Progress for people.</summary>
public sealed class TimeLeft
{
    [Theory]
    [InlineData(0.44, "0.4 s")]
    [InlineData(48.9, "48 s")]
    [InlineData(200, "3 min 20 s")]
    [InlineData(7500, "2 h 5 min")]
    [InlineData(360_000, "100 h 0 min")]
    public void Times_are_shown_in_fitting_units(double seconds, string shown) => Durations.Show(TimeSpan.FromSeconds(seconds)).ShouldBe(shown);

    [Fact]
    public void Progress_is_one_line() =>
        new RunProgress(38, 120, 2, 1, TimeSpan.FromSeconds(80)).ToString().ShouldBe("38 of 120 jobs done (31 %), 2 running, 1 failed, about 1 min 20 s left");

    [Fact]
    public void The_time_left_follows_from_the_epochs_trained()
    {
        var meter = new ProgressMeter(total: 10, alreadyDone: 2);
        meter.Read(TimeSpan.FromSeconds(5)).Left.ShouldBeNull();
        meter.Started(Order("a"));
        meter.Started(Order("b"));
        meter.Trained(new("a"), 30, 0.1);
        meter.Trained(new("b"), 15, 0.1);
        // 0.75 of 8 jobs in 30 s.
        meter.Read(TimeSpan.FromSeconds(30)).ShouldBe(new(2, 10, 2, 0, TimeSpan.FromSeconds(290)));
        meter.Finished(new("a"), failed: false);
        meter.Trained(new("b"), 60, 0.1);
        meter.Read(TimeSpan.FromSeconds(60)).ShouldBe(new(3, 10, 1, 0, TimeSpan.FromSeconds(180)));
    }

    [Fact]
    public void What_another_run_has_worked_on_a_job_says_nothing_about_this_one()
    {
        var meter = new ProgressMeter(total: 1, alreadyDone: 0);
        meter.Started(Order("a"));
        meter.Resumed(new("a"), 30);
        meter.Read(TimeSpan.FromSeconds(1)).Left.ShouldBeNull();
        meter.Trained(new("a"), 45, 0.1);
        // A quarter of the job in 30 s, and a quarter is left.
        meter.Read(TimeSpan.FromSeconds(30)).Left.ShouldBe(TimeSpan.FromSeconds(30));
        meter.Running().ShouldHaveSingleItem().Epoch.ShouldBe(45);
    }

    [Fact]
    public void A_job_that_fails_at_once_does_not_make_the_rest_look_short()
    {
        var meter = new ProgressMeter(total: 3, alreadyDone: 0);
        meter.Started(Order("a"));
        meter.Finished(new("a"), failed: true);
        meter.Read(TimeSpan.FromSeconds(1)).Left.ShouldBeNull();
        meter.Started(Order("b"));
        meter.Trained(new("b"), 30, 0.1);
        meter.Read(TimeSpan.FromSeconds(30)).ShouldBe(new(1, 3, 1, 1, TimeSpan.FromSeconds(90)));
    }

    [Fact]
    public void Nothing_is_estimated_from_nothing() => new RunProgress(0, 120, 2, 0, null).ToString().ShouldBe("0 of 120 jobs done (0 %), 2 running");

    private static WorkOrder Order(string key) => new(
        new(key), key, "", "", "", new("density"), null, 1, new(), new(), Tomography.Learning.TrainingSettings.Default with { Epochs = 60 }, [], 0, 60, []);
}
