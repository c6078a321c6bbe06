namespace Tomography.Workflows.Tests;

/// <summary>Two builds on one store: no job is trained twice, none is lost, neither waits for the other longer than a job.</summary>
[Collection(nameof(ProcessTests))]
public sealed class SharingAStore : IDisposable
{
    private readonly Workshop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("DOTNET_SYSTEM_IO_DISABLEFILELOCKING=1 ")] // as on a file system without locks
    public async Task Two_runs_share_the_jobs(string environment)
    {
        var plan = _shop.Plan(("[1, 2]", "[1, 2, 3, 4, 5, 6, 7, 8]"), ("epochs: 2", "epochs: 60"));
        var worker = _shop.Shell($"{environment}exec dotnet exec \"$0\" \"$@\"", Workshop.WorkerAssembly);
        var runs = await Task.WhenAll(_shop.Run(plan, worker: worker), _shop.Run(plan, worker: worker));
        runs.Sum(r => r.Trained).ShouldBe(plan.Jobs.Length, "each job is trained once");
        runs.ShouldAllBe(r => r.AlreadyDone + r.Trained + r.TrainedElsewhere == plan.Jobs.Length);
        runs.ShouldAllBe(r => r.Trained > 0, "both work");
        _shop.Observer.Retries.ShouldBeEmpty();
        _shop.NothingPartialIsStored(plan);
        Directory.EnumerateFiles(Path.Combine(_shop.Store, "claims"), "*.lease").ShouldBeEmpty();
    }
}
