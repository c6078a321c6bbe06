using System.Diagnostics;
using Tomography.Learning;
using Tomography.Workflows.Worker;

namespace Tomography.Workflows.Tests;

/// <summary>A worker says which devices it has, and takes the one that it is told to.</summary>
[Collection(nameof(ProcessTests))]
public sealed class WorkersAndDevices : IDisposable
{
    private readonly Workshop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("auto", "cuda:1")]
    [InlineData("cpu", "cpu")]
    [InlineData("cuda:1", "cuda:1")]
    [InlineData("cuda", "cuda:1")]
    public void A_device_is_found_by_its_id_its_kind_or_for_being_the_first_gpu_that_works(string asked, string id) =>
        WorkerDevice.Find([Device("cpu"), Device("cuda:0", "It is busy."), Device("cuda:1")], asked).Device!.Id.ShouldBe(id);

    [Theory]
    [InlineData("cuda:0", "The device 'cuda:0' cannot be used: It is busy. Choices: auto, cpu.")]
    [InlineData("cuda:5", "This worker has no device 'cuda:5'. Choices: auto, cpu.")]
    [InlineData("gpu", "This worker has no device 'gpu'. Choices: auto, cpu.")]
    public void A_device_that_is_not_there_or_cannot_be_used_is_told(string asked, string problem) =>
        WorkerDevice.Find([Device("cpu"), Device("cuda:0", "It is busy.")], asked).ShouldBe((null, problem));

    [Fact]
    public void Without_a_gpu_auto_is_the_cpu_and_the_cpu_is_found_without_looking_for_gpus()
    {
        WorkerDevice.Find([Device("cpu"), Device("cuda", "No driver.")], "auto").Device!.Id.ShouldBe("cpu");
        WorkerDevice.Find(CpuThenDriver(), "cpu").Device!.Id.ShouldBe("cpu");

        static IEnumerable<IComputeDevice> CpuThenDriver()
        {
            yield return Device("cpu");
            throw new InvalidOperationException("The driver was loaded.");
        }
    }

    [Fact]
    public async Task A_worker_is_asked_which_devices_there_are()
    {
        var answer = await DeviceQuestion.AskAsync(_shop.Worker, _shop.Limit);
        answer.Problem.ShouldBeNull();
        answer.Devices[0].ShouldBe(new("cpu", new CpuDevice().Name, null, 1));
    }

    [Theory]
    [InlineData("echo 'no runtime.' >&2; exit 150", "it ended with exit code 150: no runtime")]
    [InlineData("echo hello; echo '{}'; echo '{\"id\":\"x\"}'; exit 0", "it ended with exit code 0")]
    public async Task A_worker_that_does_not_answer_leaves_the_cpu_and_the_reason(string script, string problem)
    {
        var answer = await DeviceQuestion.AskAsync(_shop.Shell(script), _shop.Limit);
        answer.Problem.ShouldBe(problem);
        answer.Devices.ShouldHaveSingleItem().Id.ShouldBe("cpu");
    }

    [Fact]
    public async Task A_worker_that_cannot_be_started_leaves_the_cpu() =>
        (await DeviceQuestion.AskAsync(new("/nowhere/dotnet", []), _shop.Limit)).Problem.ShouldNotBeNull().ShouldContain("/nowhere/dotnet");

    [Theory]
    [InlineData("serve")]
    [InlineData("pull", "--plan", "nowhere.jsonl")]
    public async Task A_worker_whose_device_is_not_there_says_so_in_one_line_and_ends(params string[] arguments)
    {
        using var worker = Process.Start(new ProcessStartInfo(
            "dotnet", ["exec", Workshop.WorkerAssembly, .. arguments, "--store", _shop.Store, "--device", "cuda:77"])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardError = true,
        })!;
        var said = await worker.StandardError.ReadToEndAsync(_shop.Limit);
        await worker.WaitForExitAsync(_shop.Limit);
        worker.ExitCode.ShouldBe(2);
        said.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldContain("'cuda:77'");
    }

    private static WrappedDevice Device(string id, string? problem = null) => new(id, bank => bank) { Id = id, Problem = problem };
}
