using System.Text.Json;

namespace Tomography.Store.Tests;

/// <summary>Times and progress for people.</summary>
public sealed class Words
{
    [Theory]
    [InlineData(0.44, "0.4 s")]
    [InlineData(48.9, "48 s")]
    [InlineData(200, "3 min 20 s")]
    [InlineData(7500, "2 h 5 min")]
    [InlineData(360_000, "100 h 0 min")]
    public void Times_are_shown_in_fitting_units(double seconds, string shown) =>
        Durations.Show(TimeSpan.FromSeconds(seconds)).ShouldBe(shown);

    [Fact]
    public void Progress_is_one_line() =>
        new RunProgress(38, 120, 2, 1, TimeSpan.FromSeconds(80)).ToString()
            .ShouldBe("38 of 120 jobs done (31 %), 2 running, 1 failed, about 1 min 20 s left");

    [Fact]
    public void Progress_names_the_devices_that_are_not_the_cpu() =>
        (new RunProgress(38, 300, 252, 0, null) with { Devices = "240 on cuda:0" }).ToString()
            .ShouldBe("38 of 300 jobs done (12 %), 252 running (240 on cuda:0)");

    [Theory]
    [InlineData("cpu", "cpu")]
    [InlineData("cpu, 16 lanes", "cpu")]
    [InlineData("cuda:0", "cuda")]
    [InlineData("cuda:1, NVIDIA H100 80GB HBM3", "cuda")]
    [InlineData("", "")]
    public void The_kind_of_a_device_is_how_its_id_and_its_name_begin(string device, string kind) =>
        DeviceKind.Of(device).ShouldBe(kind);

    [Fact]
    public void A_status_of_before_there_were_devices_can_be_read_and_one_of_the_cpu_is_like_it()
    {
        const string Before = "{\"key\":\"ab\",\"title\":\"a\",\"epoch\":1,\"epochs\":2,\"unit\":\"eV\"}";
        var job = JsonSerializer.Deserialize<RunningJob>(Before, Json.Line);
        job.ShouldBe(new(new("ab"), "a", 1, 2, null, "eV"));
        JsonSerializer.Serialize(job, Json.Line).ShouldBe(Before);
    }

    [Fact]
    public void Nothing_is_estimated_from_nothing() =>
        new RunProgress(0, 120, 2, 0, null).ToString().ShouldBe("0 of 120 jobs done (0 %), 2 running");
}
