namespace Tomography.Workflows.Tests;

/// <summary>Devices differ in speed: the time left follows from all of them, and cores leave to GPUs what these do sooner.</summary>
public sealed class TimeLeftOnDevices
{
    private TimeSpan _now;

    [Fact]
    public void Work_is_divided_by_the_speeds_of_all_workers()
    {
        var meter = Meter("abcdefghij", "gpu:0", "cpu", "cpu");
        meter.Started(new([Order("abcd")]), "gpu:0");
        meter.Started(new([Order("j")]), "cpu");
        _now = TimeSpan.FromSeconds(10);
        // 40 epochs on the GPU in 10 s, one on the core.
        foreach (var key in "abcd") meter.Trained(new($"{key}"), 10, 0.1);
        meter.Trained(new("j"), 1, 0.1);
        // 559 epochs are left, 4.2 are trained a second: but the core alone needs longer for its model.
        meter.Read().Left.ShouldBe(TimeSpan.FromSeconds(590));
        meter.Read().Devices.ShouldBe("4 on gpu:0");
        meter.Dropped(new("j"));
        // 600 - 40 epochs, the GPU and two cores.
        meter.Read().Left!.Value.TotalSeconds.ShouldBe(560 / 4.2, 1e-5);
        meter.Running().Select(j => j.Device).ShouldBe(Enumerable.Repeat("gpu:0", 4));
    }

    [Fact]
    public void A_gpu_that_trains_in_pieces_has_the_pace_of_all_of_them()
    {
        var meter = Meter("abcdef", "gpu:0");
        meter.Started(new([Order("abcd")]), "gpu:0");
        _now = TimeSpan.FromSeconds(5);
        foreach (var key in "ab") meter.Resumed(new($"{key}"), 0);
        _now = TimeSpan.FromSeconds(35);
        foreach (var key in "ab") meter.Finished(new($"{key}"), failed: false);
        foreach (var key in "cd") meter.Resumed(new($"{key}"), 0);
        // 120 epochs in 30 s: a quarter of a second each; four models are left.
        meter.Read().Left.ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void A_device_that_is_lost_counts_no_more()
    {
        var meter = Meter("abcd", "gpu:0", "cpu");
        meter.Started(new([Order("ab")]), "gpu:0");
        meter.Started(new([Order("d")]), "cpu");
        _now = TimeSpan.FromSeconds(30);
        foreach (var key in "ab") meter.Trained(new($"{key}"), 30, 0.1);
        meter.Trained(new("d"), 15, 0.1);
        foreach (var key in "ab") meter.Dropped(new($"{key}"));
        meter.Lost("gpu:0");
        meter.Read().Left.ShouldBe(TimeSpan.FromSeconds((45 + 180) * 2));
        meter.ShouldBeginOnCpu(Order("c")).ShouldBeTrue();
    }

    [Fact]
    public void A_core_begins_no_model_that_gpus_would_be_done_before()
    {
        var meter = Meter("abcdefgh", "gpu:0", "cpu");
        meter.ShouldBeginOnCpu(Order("h")).ShouldBeTrue("nothing is known");
        meter.Started(new([Order("ab")]), "gpu:0");
        meter.Started(new([Order("h")]), "cpu");
        _now = TimeSpan.FromSeconds(30);
        meter.Trained(new("h"), 30, 0.1);
        meter.ShouldBeginOnCpu(Order("g")).ShouldBeTrue("the GPU has not trained anything");
        foreach (var key in "ab") meter.Trained(new($"{key}"), 5, 0.1);
        // The core needs 60 s for a model, the GPU 3 s an epoch: 18 min for what is left.
        meter.ShouldBeginOnCpu(Order("g")).ShouldBeTrue();
        _now = TimeSpan.FromSeconds(31);
        foreach (var key in "ab") meter.Finished(new($"{key}"), failed: false);
        // 31 s for two models, so 78 s for the five that no core trains.
        meter.ShouldBeginOnCpu(Order("g")).ShouldBeTrue();
        meter.Started(new([Order("cd")]), "gpu:0");
        _now = TimeSpan.FromSeconds(62);
        foreach (var key in "cd") meter.Finished(new($"{key}"), failed: false);
        // 46.5 s for the three that are left.
        meter.ShouldBeginOnCpu(Order("g")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(60.0, null, true)]
    [InlineData(null, 10.0, true)]
    [InlineData(60.0, 60.0, true)]
    [InlineData(60.1, 60.0, false)]
    public void What_is_not_known_holds_nothing_up(double? cpu, double? gpu, bool should) =>
        CpuShare.ShouldBegin(cpu, gpu).ShouldBe(should);

    private ProgressMeter Meter(string keys, params string[] devices) => new([.. keys.Select(k => Order($"{k}"))], 0, devices, () => _now);

    private static CohortOrder Order(string keys) =>
        Orders.Of(keys) with { Training = Tomography.Learning.TrainingSettings.Default with { Epochs = 60 } };
}
