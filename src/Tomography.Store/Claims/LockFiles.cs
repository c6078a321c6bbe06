namespace Tomography.Store;

/// <summary>
/// Locked files of one process. A file that it holds for one job it can hold for others at the same time, so that the jobs of one process
/// never block each other; other processes get it when the last of them gives it back.
/// </summary>
/// <param name="folder">Full path of the folder of the files.</param>
internal sealed class LockFiles(string folder)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (FileStream File, int Holders)> _held = new(StringComparer.Ordinal);

    /// <summary>Takes a file; false where another process has it.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public bool TryTake(string name)
    {
        lock (_lock)
        {
            if (_held.TryGetValue(name, out var held))
            {
                _held[name] = (held.File, held.Holders + 1);
                return true;
            }

            Directory.CreateDirectory(folder);
            if (FileLock.TryTake(Path.Combine(folder, name)) is not { } file) return false;
            _held[name] = (file, 1);
            return true;
        }
    }

    /// <summary>Gives a file back that was taken.</summary>
    public void GiveBack(string name)
    {
        lock (_lock)
        {
            var (file, holders) = _held[name];
            if (holders > 1)
            {
                _held[name] = (file, holders - 1);
                return;
            }

            _held.Remove(name);
            file.Dispose();
        }
    }
}
