using System.Diagnostics;

namespace Tomography.Store;

/// <summary>
/// The file in which a build tells how far it is, as long as it trains. A lock beside it dies with the build, so that a file which a killed
/// build left behind is known as such. Where locks cannot tell, because the file system has none or the build is on another machine, a
/// living build is known by its updates, by the stopwatch of the one who looks.
/// </summary>
public sealed class RunStatusFile : IDisposable
{
    /// <summary>So many updates may fail to come before a build counts as gone, where no more patience is asked for.</summary>
    private const int UpdatesMissed = 4;

    private const int ReadAttempts = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LeftBehind = TimeSpan.FromHours(1);

    private readonly StoreFolders _folders;
    private readonly string _path;
    private readonly FileStream _lock;
    private readonly TimeSpan _interval;
    private readonly bool _hasLocks;
    private long _updates;

    private RunStatusFile(StoreFolders folders, string path, FileStream held, TimeSpan interval, bool hasLocks) =>
        (_folders, _path, _lock, _interval, _hasLocks) = (folders, path, held, interval, hasLocks);

    /// <summary>Starts telling; takes away what killed builds left.</summary>
    /// <param name="folders">The store.</param>
    /// <param name="interval">Time from one update to the next.</param>
    /// <exception cref="IOException">The store cannot be written.</exception>
    public static RunStatusFile Start(StoreFolders folders, TimeSpan interval)
    {
        Directory.CreateDirectory(folders.Runs);
        var path = Path.Combine(folders.Runs, $"{Guid.NewGuid():N}.json");
        var held = FileLock.TryTake(LockOf(path)) ?? throw new IOException($"'{path}' is in use.");
        try
        {
            var hasLocks = FileLock.Work(folders.Runs);
            TakeAway(folders, hasLocks, now: File.GetLastWriteTimeUtc(LockOf(path)));
            return new(folders, path, held, interval, hasLocks);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>The builds that train now. Where locks cannot tell, it takes a few updates to know.</summary>
    /// <param name="folders">The store.</param>
    /// <param name="patience">
    /// How long a build that locks cannot tell of must have been quiet to count as gone; four updates where it is left out.
    /// </param>
    /// <exception cref="IOException">A status is there but cannot be read, again and again.</exception>
    public static IReadOnlyList<RunStatus> ReadAll(StoreFolders folders, TimeSpan patience = default)
    {
        if (!Directory.Exists(folders.Runs)) return [];
        var living = new List<(string Path, RunStatus Status)>();
        var doubtful = new List<(string Path, RunStatus Status)>();
        foreach (var path in Directory.EnumerateFiles(folders.Runs, "*.json"))
        {
            var isLocked = IsLocked(LockOf(path));
            if (Read(path) is not { } status) continue;
            if (isLocked) living.Add((path, status));
            else if (!status.HasLocks || status.Host != Environment.MachineName) doubtful.Add((path, status));
        }

        living.AddRange(ThoseThatChange(doubtful, patience));
        return [.. living.OrderBy(l => l.Path, StringComparer.Ordinal).Select(l => l.Status)];
    }

    /// <summary>Tells how far the run is.</summary>
    public void Write(RunStatus status)
    {
        var stamped = status with { Update = ++_updates, UpdateSeconds = _interval.TotalSeconds, HasLocks = _hasLocks };
        AtomicFile.Write(_path, stream => CheckedJson.Write(stream, stamped), _folders.Temporary);
    }

    /// <summary>Stops telling.</summary>
    public void Dispose()
    {
        File.Delete(_path);
        File.Delete(LockOf(_path));
        _lock.Dispose();
    }

    /// <summary>
    /// Takes away what killed builds left. Where locks cannot tell, that is what was not updated for long; a build that lives after all
    /// writes its file anew.
    /// </summary>
    private static void TakeAway(StoreFolders folders, bool hasLocks, DateTime now)
    {
        foreach (var left in Directory.EnumerateFiles(folders.Runs, "*.lock"))
        {
            try
            {
                var path = Path.ChangeExtension(left, ".json");
                using var free = FileLock.TryTake(left);
                if (free is null) continue;
                var locksTell = hasLocks && (Read(path)?.Host ?? Environment.MachineName) == Environment.MachineName;
                if (!locksTell && now - File.GetLastWriteTimeUtc(File.Exists(path) ? path : left) < LeftBehind) continue;
                File.Delete(path);
                File.Delete(left);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another user's, who may build at this moment: it stays.
            }
        }
    }

    private static List<(string Path, RunStatus Status)> ThoseThatChange(List<(string Path, RunStatus Status)> doubtful, TimeSpan patience)
    {
        var changed = new List<(string, RunStatus)>();
        var watch = Stopwatch.StartNew();
        while (doubtful.Count > 0)
        {
            Thread.Sleep(Pause);
            for (var i = doubtful.Count - 1; i >= 0; i--)
            {
                var (path, before) = doubtful[i];
                var quietFor = TimeSpan.FromSeconds(before.UpdateSeconds * UpdatesMissed);
                if (Read(path) is { } now && now.Update != before.Update) changed.Add((path, now));
                else if (File.Exists(path) && watch.Elapsed < (patience > quietFor ? patience : quietFor)) continue;
                doubtful.RemoveAt(i);
            }
        }

        return changed;
    }

    private static string LockOf(string path) => Path.ChangeExtension(path, ".lock");

    private static bool IsLocked(string lockPath)
    {
        if (!File.Exists(lockPath)) return false;
        try
        {
            // A look only: whoever reads must be able to do so where nothing can be written.
            using var file = new FileStream(lockPath, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static RunStatus? Read(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // Shared in every way: the build replaces the file while it is read.
                using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                return CheckedJson.Read<RunStatus>(stream);
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or InvalidDataException)
            {
                return null; // the build ended in this moment
            }
            catch (Exception e) when ((e is IOException or UnauthorizedAccessException) && attempt < ReadAttempts)
            {
                // Replaced in this moment, on a network file system: the handle is stale.
                Thread.Sleep(Pause);
            }
        }
    }
}
