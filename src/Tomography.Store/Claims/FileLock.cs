namespace Tomography.Store;

/// <summary>Locks of the operating system on files: they exclude other processes and die with their own.</summary>
internal static class FileLock
{
    /// <summary>Opens a file that nobody else can open as long as it is; null where somebody has it open.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static FileStream? TryTake(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException e) when (IsSharingViolation(e))
        {
            return null;
        }
    }

    /// <summary>Whether the file system of a folder has locks, by trying: without them a file that is open can be opened again.</summary>
    public static bool Work(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"probe-{Guid.NewGuid():N}");
        using var first = new FileStream(
            path,
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            bufferSize: 1,
            FileOptions.DeleteOnClose);
        using var second = TryTake(path);
        return second is null;
    }

    // EWOULDBLOCK on Linux (11) and macOS (35), ERROR_SHARING_VIOLATION on Windows: what .NET reports where a lock is held.
    private static bool IsSharingViolation(IOException e) => (e.HResult & 0xFFFF) is 11 or 35 or 32;
}
