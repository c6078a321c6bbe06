namespace Tomography.Workflows;

/// <summary>
/// The file in which a build tells how far it is, as long as it trains. A lock beside it dies with the build, so that a file which a killed build
/// left behind is known as such.
/// </summary>
public sealed class RunStatusFile : IDisposable
{
    private readonly StoreFolders _folders;
    private readonly string _path;
    private readonly FileStream _lock;

    private RunStatusFile(StoreFolders folders, string path, FileStream held) => (_folders, _path, _lock) = (folders, path, held);

    /// <summary>Starts telling; takes away what killed builds left.</summary>
    /// <exception cref="IOException">The store cannot be written.</exception>
    public static RunStatusFile Start(StoreFolders folders)
    {
        Directory.CreateDirectory(folders.Runs);
        // Without locks a living build's file cannot be told from one that was left behind, so all stay.
        foreach (var left in FileLock.Work(folders.Runs) ? Directory.EnumerateFiles(folders.Runs, "*.lock") : [])
        {
            using var free = FileLock.TryTake(left);
            if (free is null) continue;
            File.Delete(Path.ChangeExtension(left, ".json"));
            File.Delete(left);
        }

        var path = Path.Combine(folders.Runs, $"{Guid.NewGuid():N}.json");
        return new(folders, path, FileLock.TryTake(Path.ChangeExtension(path, ".lock")) ?? throw new IOException($"'{path}' is in use."));
    }

    /// <summary>The builds that train now.</summary>
    public static IEnumerable<RunStatus> ReadAll(StoreFolders folders)
    {
        if (!Directory.Exists(folders.Runs)) yield break;
        foreach (var path in Directory.EnumerateFiles(folders.Runs, "*.json").Order(StringComparer.Ordinal))
            if (IsAlive(Path.ChangeExtension(path, ".lock")) && Read(path) is { } status)
                yield return status;
    }

    /// <summary>Tells how far the run is.</summary>
    public void Write(RunStatus status) => AtomicFile.Write(_path, stream => CheckedJson.Write(stream, status), _folders.Temporary);

    /// <summary>Stops telling.</summary>
    public void Dispose()
    {
        File.Delete(_path);
        File.Delete(Path.ChangeExtension(_path, ".lock"));
        _lock.Dispose();
    }

    private static bool IsAlive(string lockPath)
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
        try
        {
            using var stream = File.OpenRead(path);
            return CheckedJson.Read<RunStatus>(stream);
        }
        catch (Exception e) when (e is FileNotFoundException or InvalidDataException)
        {
            return null; // the build ended in this moment
        }
    }
}
