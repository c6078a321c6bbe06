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
        var worker = _shop.Shell($"{environment}exec dotnet exec \"$0\"", Workshop.WorkerAssembly);
        var runs = await Task.WhenAll(_shop.Run(plan, worker: worker), _shop.Run(plan, worker: worker));
        runs.Sum(r => r.Trained).ShouldBe(plan.Jobs.Length, "each job is trained once");
        runs.ShouldAllBe(r => r.AlreadyDone + r.Trained + r.TrainedElsewhere == plan.Jobs.Length);
        runs.ShouldAllBe(r => r.Trained > 0, "both work");
        _shop.Observer.Retries.ShouldBeEmpty();
        _shop.NothingPartialIsStored(plan);
        Directory.EnumerateFiles(Path.Combine(_shop.Store, "claims"), "*.lease").ShouldBeEmpty();
    }

    [Fact]
    public void A_claim_is_held_by_one_and_free_when_it_is_given_back()
    {
        var folders = new StoreFolders(_shop.Store);
        JobKey one = new(new string('a', 64)), other = new(new string('b', 64));
        using (JobClaim.TryTake(folders, one).ShouldNotBeNull())
        {
            JobClaim.TryTake(folders, one).ShouldBeNull();
            JobClaim.TryTake(folders, other).ShouldNotBeNull().Dispose();
        }

        JobClaim.TryTake(folders, one).ShouldNotBeNull().Dispose();
    }

    [Fact]
    public async Task A_living_lease_is_left_alone_and_one_without_a_sign_of_life_is_taken_over()
    {
        var folders = new StoreFolders(_shop.Store);
        Directory.CreateDirectory(folders.Claims);
        JobKey key = new(new string('a', 64));
        var path = Path.Combine(folders.Claims, key.Value + ".lease");
        var owner = new JobClaims(folders, TimeSpan.FromMilliseconds(5));
        using (owner.TryLease(key).ShouldNotBeNull())
        {
            // Signs of life come far more often than this one gives up.
            var patient = new JobClaims(folders, TimeSpan.FromSeconds(1));
            var first = File.ReadAllText(path);
            await _shop.Until(() => patient.TryLease(key) is null && File.ReadAllText(path) is { Length: > 0 } text && text != first);
        }

        File.Exists(path).ShouldBeFalse("it is given back");
        File.WriteAllText(path, "a process that was killed");
        IDisposable? taken = null;
        var watcher = new JobClaims(folders, TimeSpan.FromMilliseconds(5));
        watcher.TryLease(key).ShouldBeNull("it may still live");
        await _shop.Until(() => (taken = watcher.TryLease(key)) is not null);
        taken!.Dispose();
    }
}
