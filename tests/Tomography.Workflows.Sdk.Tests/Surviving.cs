using System.Diagnostics;
using System.Globalization;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Tomography.Workflows.Sdk.Tests;

/// <summary>
/// Whatever is killed, filled up or locked: nothing is lost, nothing half-written is used, and the next build gives what an undisturbed one
/// gives.
/// </summary>
public class Surviving(ITestOutputHelper output)
{
    private const int SigKill = 9;

    /// <summary>TOMOGRAPHY_KILLS raises it: the record run of docs/running.md used 200.</summary>
    private static readonly int Kills = int.TryParse(
        Environment.GetEnvironmentVariable("TOMOGRAPHY_KILLS"),
        NumberStyles.None,
        CultureInfo.InvariantCulture,
        out var kills)
        ? kills
        : 12;

    [Fact]
    public void A_sweep_killed_at_random_moments_ends_with_the_results_of_an_undisturbed_one()
    {
        using var undisturbed = new Workspace();
        using var workspace = new Workspace();
        var seeds = SeedsThatTake(TimeSpan.FromSeconds(Kills), undisturbed);
        var experiment = workspace.WriteExperiment(seeds: seeds, epochs: 4000);
        var expected = undisturbed.Numbers();
        var random = new Random(20261122);
        var (builds, workers, both, unfinished) = (0, 0, 0, 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            if (new ResultStore(workspace.Store).Keys().Count() < expected.Count) unfinished++;
            using var build = workspace.Start(experiment, "-p:TomographyCheckpointSeconds=0.05");
            // From the first worker on, so that slow and fast machines are hit in the middle of training alike; some kills come before it.
            var atOnce = random.Next(8) == 0;
            var start = Stopwatch.StartNew();
            while (!atOnce && build.Children().Length == 0 && !build.HasExited && start.Elapsed < TimeSpan.FromMinutes(2)) Thread.Sleep(5);
            var pause = 1.5 * random.NextDouble();
            // However slow the machine, some come when a model has a checkpoint.
            if (kill % 4 == 3) WaitForCheckpoint(build, workspace);
            else Pause(build, pause);
            switch (random.Next(3))
            {
                case 0:
                    builds++;
                    build.Signal(SigKill);
                    break;
                case 1:
                    workers++;
                    foreach (var worker in build.Children().Take(1)) ProcessTree.Kill(worker);
                    // The build starts another worker, which goes on from the checkpoint, until it is killed itself.
                    Pause(build, 0.7 * random.NextDouble());
                    build.Signal(SigKill);
                    break;
                default:
                    both++;
                    var children = build.Children();
                    build.Signal(SigKill);
                    foreach (var child in children) ProcessTree.Kill(child);
                    break;
            }

            // The next build starts at once, while workers of this one may still be writing their checkpoints.
            build.Finish(TimeSpan.FromMinutes(1));
        }

        // The sweep grows with the number of kills, which may leave most of it to this build.
        using var rest = workspace.Start(experiment, "-p:TomographyCheckpointSeconds=0.05");
        var last = rest.Finish(TimeSpan.FromMinutes(5) + (Kills * TimeSpan.FromSeconds(5))).ShouldSucceed();
        last.Text.ShouldNotContain("TOMO3003", Case.Sensitive, "nothing was damaged");
        workspace.Numbers().ShouldBe(expected);
        Resumed(workspace).ShouldBeGreaterThan(0, "no kill hit a job with a checkpoint");
        output.WriteLine(
            $"{Kills} kills, {unfinished} of them in the middle of the sweep: {builds} of the build, {workers} of a worker and then the "
                + $"build, {both} of the build and all workers; {expected.Count} results equal to the bit; {Resumed(workspace)} of them "
                + $"went on from a checkpoint.");
    }

    private static void WaitForCheckpoint(Workspace.RunningBuild build, Workspace workspace)
    {
        var (clock, folder) = (Stopwatch.StartNew(), new StoreFolders(workspace.Store).Checkpoints);
        while (!build.HasExited && clock.Elapsed < TimeSpan.FromMinutes(2)
            && !(Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any()))
            Thread.Sleep(5);
    }

    private static void Pause(Workspace.RunningBuild build, double seconds)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalSeconds < seconds && !build.HasExited) Thread.Sleep(5);
    }

    /// <summary>So many seeds that the sweep trains for a time: the kills are to hit it, not what comes after it.</summary>
    private static string SeedsThatTake(TimeSpan wanted, Workspace workspace)
    {
        var trained = TimeSpan.Zero;
        for (var count = 4; ; count *= 2)
        {
            var seeds = $"[{string.Join(", ", Enumerable.Range(1, count))}]";
            var experiment = workspace.WriteExperiment(seeds: seeds, epochs: 4000);
            var clock = Stopwatch.StartNew();
            workspace.Build(experiment).ShouldSucceed();
            trained += clock.Elapsed;
            if (trained > wanted) return seeds;
        }
    }

    [Fact]
    public void Two_builds_on_one_store_share_the_work()
    {
        using var workspace = new Workspace();
        var experiment = workspace.WriteExperiment(seeds: "[1, 2, 3, 4]", epochs: 400);
        var other = workspace.Write("copy.experiment.yaml", File.ReadAllText(experiment).Replace("experiment: small", "experiment: copy"));
        using var one = workspace.Start(experiment);
        using var two = workspace.Start(other);
        var outputs = new[] { one, two }.Select(b => b.Finish(TimeSpan.FromMinutes(4)).ShouldSucceed()).ToArray();
        outputs.Sum(o => o.Jobs.Trained).ShouldBe(32, outputs[0].Text + outputs[1].Text);
        foreach (var name in new[] { "small", "copy" }) File.ReadAllLines(workspace.PathOf("out", name, "results.csv")).Length.ShouldBe(33);
    }

    [MountsFact]
    public void A_full_disk_is_told_and_with_more_room_the_same_command_goes_on()
    {
        using var workspace = new Workspace();
        var experiment = workspace.WriteExperiment(seeds: "[1, 2, 3, 4, 5, 6, 7, 8]", epochs: 200);
        Directory.CreateDirectory(workspace.Store);
        var run = workspace.WithMounts(
            experiment,
            $"mount -t tmpfs -o size=700k tmpfs '{workspace.Store}'; $build; echo FIRST=$?; mount -o remount,size=200m '{workspace.Store}' "
                + $"&& $build; echo SECOND=$?");
        run.Text.ShouldContain("FIRST=1", Case.Sensitive, run.Text);
        run.Text.ShouldContain("error TOMO3004: The store");
        run.Text.ShouldContain("No space left on device");
        run.Text.ShouldNotContain("TOMO9001");
        run.Text.ShouldContain("SECOND=0", Case.Sensitive, run.Text);
        run.Text.ShouldNotContain("TOMO3003", Case.Sensitive, "nothing half-written was published");
        File.ReadAllLines(workspace.PathOf("out", "small", "results.csv")).Length.ShouldBe(65);
    }

    [MountsFact]
    public void A_store_that_cannot_be_written_serves_what_it_has_and_is_told_when_more_is_wanted()
    {
        using var workspace = new Workspace();
        var experiment = workspace.WriteExperiment(seeds: "[1, 2]");
        workspace.Build(experiment).ShouldSucceed();
        var more = workspace.WriteExperiment("more", seeds: "[1, 2, 3]");
        var run = workspace.WithMounts(
            experiment,
            $"mount --bind '{workspace.Store}' '{workspace.Store}' && mount -o remount,ro,bind '{workspace.Store}'; $build; echo FIRST=$?; "
                + $"$build '-p:Experiment={more}'; echo SECOND=$?");
        run.Text.ShouldContain("FIRST=0", Case.Sensitive, run.Text);
        run.Text.ShouldContain("SECOND=1", Case.Sensitive, run.Text);
        run.Text.ShouldContain("error TOMO3004: The store");
        run.Text.ShouldContain("Read-only file system");
        run.Text.ShouldNotContain("TOMO9001");
        File.Exists(workspace.PathOf("out", "more", "report.html")).ShouldBeTrue("what is there is reported");
    }

    [Fact]
    public void Times_of_files_mean_nothing()
    {
        using var workspace = new Workspace();
        var experiment = workspace.WriteExperiment();
        workspace.Build(experiment).ShouldSucceed();
        foreach (var year in new[] { 1980, 2090 })
        {
            foreach (var file in Directory.EnumerateFiles(workspace.Root, "*", SearchOption.AllDirectories))
                File.SetLastWriteTimeUtc(file, new(year, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            workspace.Build(experiment).ShouldSucceed().Jobs.ShouldBe((16, 16, 0, 0));
        }
    }

    [Fact]
    public void Told_not_to_keep_going_a_build_stops_at_the_first_failure_and_writes_its_report()
    {
        using var workspace = new Workspace();
        var bad = workspace.Write(
            "bad.experiment.yaml",
            File.ReadAllText(workspace.WriteExperiment("bad", seeds: "[1]", epochs: 200))
                .Replace("batch-size: 16", "batch-size: 16, learning-rate: 1000, momentum: 0.99") + "\nretries: 0\n");
        var build = workspace.Build(bad, "-p:KeepGoing=false", "-p:TomographyWorkers=1");
        build.ExitCode.ShouldBe(1);
        build.Jobs.Failed.ShouldBe(1, build.Text);
        build.Text.ShouldContain("Stopped at the first failure (KeepGoing=false)");
        build.Text.ShouldContain("Failed jobs (1):");
        File.Exists(workspace.PathOf("out", "bad", "report.html")).ShouldBeTrue();
        workspace.Build(bad, "-t:Status").ShouldSucceed().Text.ShouldMatch(@"failed   .*Training diverged in epoch");
    }

    private static int Resumed(Workspace workspace)
    {
        var store = new ResultStore(workspace.Store);
        return store.Keys().Count(k => store.Read(k, _ => { })!.Provenance.Resumed);
    }
}
