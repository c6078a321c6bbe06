namespace Tomography.Workflows.Tests;

/// <summary>What a run tells before it trains, and how often while it does.</summary>
public class TellingHowARunGoes
{
    [Fact]
    public void Before_training_the_models_the_devices_the_store_and_a_rough_time_are_told()
    {
        var start = new RunStart(240, 36, ["NVIDIA H100 (cuda:0)", "2 CPU cores"], "/studies/store", TimeSpan.FromSeconds(40));
        start.Lines.ShouldBe(
        [
            "Training 36 of 240 models on NVIDIA H100 (cuda:0) and 2 CPU cores, about 40 s by the times of like models in the store.",
            "What is trained is kept in /studies/store; a build that is stopped goes on from there.",
        ]);
        (start with { Time = null }).Lines[0].ShouldEndWith("2 CPU cores, for a time that is told when the first are trained.");
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(50, 5)]
    [InlineData(100, 10)]
    [InlineData(600, 60)]
    [InlineData(6000, 600)]
    [InlineData(86_400, 600)]
    public void The_longer_a_run_the_less_often_it_tells_how_far_it_is(int elapsed, int pause) =>
        ProgressPause.After(TimeSpan.FromSeconds(elapsed), TimeSpan.FromSeconds(5)).ShouldBe(TimeSpan.FromSeconds(pause));

    [Fact]
    public void A_night_of_training_is_told_in_some_hundred_lines()
    {
        var (elapsed, lines) = (TimeSpan.Zero, 0);
        for (; elapsed < TimeSpan.FromHours(12); lines++) elapsed += ProgressPause.After(elapsed, TimeSpan.FromSeconds(5));
        lines.ShouldBeInRange(50, 150);
    }
}
