using System.Collections.Immutable;

namespace Tomography.Store.Tests;

/// <summary>Builds that locks cannot tell of: on other machines, or on file systems without locks.</summary>
public sealed class RunsOfOthers : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_build_whose_lock_does_not_reach_here_is_known_by_its_updates()
    {
        var folders = new StoreFolders(_folder.Root);
        using var file = RunStatusFile.Start(folders, TimeSpan.FromSeconds(1));
        file.Write(StatusOf("elsewhere"));
        foreach (var held in Directory.EnumerateFiles(folders.Runs, "*.lock")) File.Delete(held);
        using var stop = new CancellationTokenSource();
        var updates = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested) file.Write(StatusOf("elsewhere"));
        });
        RunStatusFile.ReadAll(folders).ShouldHaveSingleItem().Host.ShouldBe("elsewhere");
        await stop.CancelAsync();
        await updates;
        RunStatusFile.ReadAll(folders).ShouldBeEmpty("it does not change any more");
    }

    [Fact]
    public void What_a_killed_build_of_this_machine_left_is_no_build_and_is_taken_away()
    {
        var folders = new StoreFolders(_folder.Root);
        Left(Environment.MachineName, TimeSpan.Zero);
        RunStatusFile.ReadAll(folders).ShouldBeEmpty();
        using var file = RunStatusFile.Start(folders, TimeSpan.FromSeconds(1));
        Directory.EnumerateFiles(folders.Runs, "*.json").ShouldBeEmpty();
        Directory.EnumerateFiles(folders.Runs, "*.lock").Count().ShouldBe(1, "its own");
    }

    [Fact]
    public void What_another_machine_left_is_taken_away_after_an_hour_without_an_update()
    {
        var folders = new StoreFolders(_folder.Root);
        Left("elsewhere", TimeSpan.FromMinutes(5));
        var old = Left("elsewhere", TimeSpan.FromHours(2));
        using var file = RunStatusFile.Start(folders, TimeSpan.FromSeconds(1));
        Directory.EnumerateFiles(folders.Runs, "*.json").ShouldHaveSingleItem().ShouldNotBe(old);
    }

    private static RunStatus StatusOf(string host) =>
        new(host, 4711, DateTimeOffset.UnixEpoch, ["small"], new(0, 1, 0, 0, null), ImmutableArray<RunningJob>.Empty);

    /// <summary>The files of a build that was killed.</summary>
    private string Left(string host, TimeSpan age)
    {
        var folders = new StoreFolders(_folder.Root);
        string json;
        var kept = _folder.PathOf("kept");
        using (var file = RunStatusFile.Start(folders, TimeSpan.FromMilliseconds(10)))
        {
            var before = Directory.GetFiles(folders.Runs, "*.json");
            file.Write(StatusOf(host));
            json = Directory.GetFiles(folders.Runs, "*.json").Except(before).Single();
            File.Copy(json, kept);
        }

        // Where it ended well, it took its files away; a kill leaves them.
        File.Move(kept, json);
        File.WriteAllText(Path.ChangeExtension(json, ".lock"), "");
        File.SetLastWriteTimeUtc(json, DateTime.UtcNow - age);
        return json;
    }
}
