namespace Tomography.Workflows.Tests;

/// <summary>
/// The clock jumps by years, back and forth, while two runs train on one store: that of the workers' processes, and that of the runs.
/// </summary>
[Collection(nameof(ProcessTests))]
public sealed class JumpingClocks : IDisposable
{
    private static readonly (string, string)[] s_longer = [("[1, 2]", "[1, 2, 3, 4, 5, 6, 7, 8]"), ("epochs: 2", "epochs: 600")];
    private readonly Workshop _shop = new();

    public void Dispose() => _shop.Dispose();

    [ClockTheory]
    [InlineData("")]
    [InlineData("DOTNET_SYSTEM_IO_DISABLEFILELOCKING=1 ")] // as on a file system without locks
    public async Task A_clock_that_jumps_makes_no_job_train_twice_or_never_and_changes_no_result(string environment)
    {
        using var undisturbed = new Workshop();
        var same = undisturbed.Plan(s_longer);
        (await undisturbed.Run(same, 2)).Trained.ShouldBe(24);

        var plan = _shop.Plan(s_longer);
        var file = _shop.PathOf("clock");
        File.WriteAllText(file, "+0\n");
        // What measures durations goes on undisturbed, as on a real machine.
        var worker = _shop.Shell(
            $"LD_PRELOAD={ClockTheoryAttribute.Library} FAKETIME_TIMESTAMP_FILE='{file}' FAKETIME_NO_CACHE=1 "
                + $"FAKETIME_DONT_FAKE_MONOTONIC=1 {environment}exec dotnet exec \"$0\" \"$@\"",
            Workshop.WorkerAssembly);
        var clock = new JumpingClock();
        Task<RunSummary> Run() =>
            TrainStage.RunAsync(
                [plan],
                _shop.Store,
                _shop.Options(1, worker) with
                {
                    CheckpointInterval = TimeSpan.FromMilliseconds(50),
                },
                _shop.Observer,
                _shop.Limit,
                clock);
        Task<RunSummary>[] runs = [Run(), Run()];
        foreach (var (trained, days) in new[] { (1, 400), (6, -4_000), (12, 10_950), (18, -1) })
        {
            await _shop.Until(() => _shop.Results.Keys().Count() >= trained);
            Array.TrueForAll(runs, r => r.IsCompleted).ShouldBeFalse("they still train");
            File.WriteAllText(file + ".new", FormattableString.Invariant($"{days:+0;-0}d\n"));
            File.Move(file + ".new", file, overwrite: true);
            clock.Offset = TimeSpan.FromDays(days);
        }

        var summaries = await Task.WhenAll(runs);
        summaries.Sum(r => r.Trained).ShouldBe(24, "each job is trained once");
        summaries.ShouldAllBe(r => r.Failures.IsEmpty && r.Elapsed > TimeSpan.Zero && r.Elapsed < TimeSpan.FromMinutes(4));
        _shop.Observer.Progresses.ShouldAllBe(p => p.Left == null || (p.Left >= TimeSpan.Zero && p.Left < TimeSpan.FromHours(1)));
        _shop.Numbers(plan).ShouldBe(undisturbed.Numbers(same));
        var results = plan.Jobs.Select(j => _shop.Results.Read(j.Key, damage => damage.ShouldBeNull())!).ToArray();
        results.Select(r => r.Provenance.Finished.Year).Distinct().Count().ShouldBeGreaterThan(2, "the processes saw the clock jump");
        results.ShouldAllBe(r => r.Seconds >= 0 && r.Seconds < 240);

        // Twenty years earlier, or later, all is still there, also for those who clean up.
        foreach (var years in new[] { -20, 20 })
            PruneStage.Find([plan], _shop.Store, DateTimeOffset.UtcNow.AddYears(years)).Where(i => i.Kind != "log").ShouldBeEmpty();
        clock.Offset = TimeSpan.FromDays(-20 * 365);
        (await Run()).AlreadyDone.ShouldBe(24);
    }

    private sealed class JumpingClock : TimeProvider
    {
        private long _offset;

        public TimeSpan Offset
        {
            get => new(Interlocked.Read(ref _offset));
            set => Interlocked.Exchange(ref _offset, value.Ticks);
        }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
    }
}
