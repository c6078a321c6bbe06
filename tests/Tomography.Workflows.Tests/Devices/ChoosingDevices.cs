namespace Tomography.Workflows.Tests;

/// <summary>On what a build trains: what was asked for, and what the machine has of it.</summary>
public sealed class ChoosingDevices
{
    private static readonly DeviceReport s_cpu = new("cpu", "cpu, 16 lanes", null, 1);

    private static readonly DeviceAnswer s_gpus = new(
        [s_cpu, Gpu(0), Gpu(1), new("cuda:2", "cuda:2, Tesla K80", "its compute capability 3.7 is too low.", 256)], null);

    private static readonly DeviceAnswer s_none = new([s_cpu, new("cuda", "cuda", "no driver (libcuda.so.1) on this machine", 1)], null);

    [Theory]
    [InlineData("", "", true, false)]
    [InlineData("auto", "", true, false)]
    [InlineData("cpu", "cpu", true, true)]
    [InlineData("cuda", "cuda", false, false)]
    [InlineData("cuda:0", "cuda:0", false, false)]
    [InlineData("cuda:0+1", "cuda:0 cuda:1", false, false)]
    [InlineData("cpu+cuda:0+12", "cpu cuda:0 cuda:12", true, false)]
    [InlineData("cuda:1+cpu+cuda:1", "cuda:1 cpu", true, false)]
    public void The_property_is_read(string text, string ids, bool wantsCpu, bool isCpuOnly)
    {
        var choice = DeviceChoice.Parse(text).ShouldNotBeNull();
        string.Join(' ', choice.Ids).ShouldBe(ids);
        (choice.WantsCpu, choice.IsCpuOnly, choice.IsAuto).ShouldBe((wantsCpu, isCpuOnly, ids.Length == 0));
    }

    [Theory]
    [InlineData("gpu")]
    [InlineData("CUDA")]
    [InlineData("cuda:")]
    [InlineData("cuda:x")]
    [InlineData("cuda:-1")]
    [InlineData("cuda:01")]
    [InlineData("cpu:0")]
    [InlineData("1")]
    [InlineData("cuda+1")]
    [InlineData("cpu+1")]
    [InlineData("auto+cpu")]
    [InlineData("cuda:0,1")]
    [InlineData("cuda:0+")]
    public void What_is_no_choice_is_none(string text) => DeviceChoice.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData("auto", null, 16, "cuda:0 cuda:1", 14)]
    [InlineData("auto", null, 2, "cuda:0 cuda:1", 0)]
    [InlineData("auto", 3, 2, "cuda:0 cuda:1", 3)]
    [InlineData("cuda", null, 16, "cuda:0 cuda:1", 0)]
    [InlineData("cuda:1", 5, 16, "cuda:1", 0)]
    [InlineData("cpu+cuda:1", null, 16, "cuda:1", 15)]
    [InlineData("cpu+cuda", null, 1, "cuda:0 cuda:1", 1)]
    [InlineData("cpu", null, 16, "", 16)]
    public void Gpus_have_a_worker_each_and_the_cores_that_are_left_have_one(string text, int? workers, int cores, string gpus, int cpu)
    {
        var plan = SlotPlan.Of(DeviceChoice.Parse(text)!, s_gpus, workers, cores);
        string.Join(' ', plan.Gpus.Select(g => g.Id)).ShouldBe(gpus);
        plan.CpuWorkers.ShouldBe(cpu);
    }

    [Fact]
    public void Where_no_gpu_can_be_used_auto_is_the_cpu()
    {
        foreach (var answer in new[] { s_none, DeviceAnswer.None("it ended with exit code 1") })
        {
            var plan = SlotPlan.Of(DeviceChoice.Auto, answer, null, 16);
            (plan.Gpus.Length, plan.Cpu, plan.CpuWorkers).ShouldBe((0, answer.Devices[0], 16));
        }
    }

    [Theory]
    [InlineData("cuda", "'cuda' cannot be used: no driver (libcuda.so.1) on this machine. Devices that can be used: cpu (16 lanes).")]
    [InlineData("cuda:1", "'cuda:1' cannot be used: no driver (libcuda.so.1) on this machine. Devices that can be used: cpu (16 lanes).")]
    public void A_device_asked_for_in_vain_is_told_with_what_the_worker_says(string text, string said) => Problem(text, s_none)
        .ShouldBe($"TomographyDevice={text}: {said} Leave TomographyDevice out to train on what there is.");

    [Fact]
    public void A_device_asked_for_in_vain_is_told_with_those_that_there_are()
    {
        const string There = "Devices that can be used: cpu (16 lanes), cuda:0 (H100), cuda:1 (H100).";
        Problem("cuda:1+2", s_gpus).ShouldContain($"'cuda:2' cannot be used: its compute capability 3.7 is too low. {There}");
        Problem("cuda:7", new([s_cpu, Gpu(0)], null)).ShouldContain("'cuda:7' cannot be used: this machine has none of that name.");
        Problem("cuda", DeviceAnswer.None("it ended with exit code 1"))
            .ShouldContain("'cuda' cannot be used: the worker did not say what there is (it ended with exit code 1).");
    }

    [Fact]
    public void What_a_build_would_train_on_is_one_line()
    {
        Line("auto", s_gpus).ShouldBe(
            "Devices: cuda:0 (H100), cuda:1 (H100) and 2 CPU workers. cuda:2 cannot be used: its compute capability 3.7 is too low.");
        Line("cuda:0", new([s_cpu, Gpu(0)], null)).ShouldBe("Devices: cuda:0 (H100).");
        Line("auto", new([s_cpu], null)).ShouldBe("Devices: 4 CPU workers.");

        static string Line(string text, DeviceAnswer answer) =>
            SlotPlan.Of(DeviceChoice.Parse(text)!, answer, null, 4).Describe(answer);
    }

    private static string Problem(string text, DeviceAnswer answer)
    {
        var problem = Should.Throw<DiagnosticException>(() => SlotPlan.Of(DeviceChoice.Parse(text)!, answer, null, 4))
            .Diagnostics.ShouldHaveSingleItem();
        (problem.Severity, problem.Code).ShouldBe((DiagnosticSeverity.Error, DiagnosticCodes.DeviceNotThere));
        return problem.Message;
    }

    private static DeviceReport Gpu(int number) => new($"cuda:{number}", $"cuda:{number}, H100", null, 256);
}
