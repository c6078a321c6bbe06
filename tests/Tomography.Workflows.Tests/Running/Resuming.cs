using System.Diagnostics;

namespace Tomography.Workflows.Tests;

/// <summary>A killed job goes on from its checkpoint and gives the result of an undisturbed one, bit for bit.</summary>
[Collection(nameof(ProcessTests))]
public sealed class Resuming : IDisposable
{
    private readonly Workshop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_job_whose_worker_is_killed_goes_on_from_its_checkpoint(bool damaged)
    {
        var plan = _shop.Plan(("epochs: 2", "epochs: 3000"), ("[volume, is-hubbard]", "[]"), ("[1, 2]", "[1]"));
        await _shop.Run(plan);
        var undisturbed = _shop.Numbers(plan);
        Directory.Delete(Path.Combine(_shop.Store, "results"), recursive: true);

        var checkpoint = Path.Combine(_shop.Store, "checkpoints", plan.Jobs[0].Key.Value + ".bin");
        var run = TrainStage.RunAsync(
            [plan],
            _shop.Store,
            _shop.Options(1) with
            {
                CheckpointInterval = TimeSpan.FromMilliseconds(1),
            },
            _shop.Observer,
            _shop.Limit);
        await _shop.Until(() => File.Exists(checkpoint));
        using (var worker = Process.GetProcessById(_shop.Workers()[^1])) worker.Kill();
        if (damaged) await _shop.Until(() => Damage(checkpoint));
        var summary = await run;
        summary.Failures.ShouldBeEmpty();
        _shop.Observer.Retries.ShouldHaveSingleItem().Reason.ShouldContain("signal 9");
        _shop.Numbers(plan).ShouldBe(undisturbed);
        File.Exists(checkpoint).ShouldBeFalse("a result needs no checkpoint");
        if (!damaged) _shop.Results.Read(plan.Jobs[0].Key, _ => { }).ShouldNotBeNull().Provenance.Resumed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_job_that_is_stopped_leaves_a_checkpoint_and_goes_on_from_it()
    {
        var plan = _shop.Plan(("epochs: 2", "epochs: 3000"), ("[volume, is-hubbard]", "[]"), ("[1, 2]", "[1]"));
        await _shop.Run(plan);
        var undisturbed = _shop.Numbers(plan);

        // On a busy machine a job may be done before this process sees that it has begun: then it is started anew.
        bool wasStopped;
        do
        {
            Directory.Delete(Path.Combine(_shop.Store, "results"), recursive: true);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(_shop.Limit);
            var run = _shop.Run(plan, cancellation: stop.Token);
            await _shop.Until(() =>
                run.IsCompleted || RunStatusFile.ReadAll(new(_shop.Store)).Any(s => s.Running.Any(r => r.Epoch > 0)));
            await stop.CancelAsync();
            wasStopped = (await run).Cancelled;
        }
        while (!wasStopped);
        File.Exists(Path.Combine(_shop.Store, "checkpoints", plan.Jobs[0].Key.Value + ".bin")).ShouldBeTrue();
        (await _shop.Run(plan)).Trained.ShouldBe(1);
        _shop.Numbers(plan).ShouldBe(undisturbed);
        _shop.Results.Read(plan.Jobs[0].Key, _ => { }).ShouldNotBeNull().Provenance.Resumed.ShouldBeTrue();
    }

    private static bool Damage(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            stream.Position = 100;
            stream.WriteByte(0x55);
            return true;
        }
        catch (IOException)
        {
            return true; // the next worker is done with it already
        }
    }
}
