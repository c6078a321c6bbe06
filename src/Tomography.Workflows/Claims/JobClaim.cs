namespace Tomography.Workflows;

/// <summary>
/// The right to train a job, held by one process of all that share a store. It is a lock of the operating system on one of 4,096 files, so it dies
/// with its process and is never stale. Jobs that share a file merely wait for each other. On a file system without locks it is a <see cref="JobLease"/>.
/// </summary>
public sealed class JobClaim : IDisposable
{
    private readonly FileStream _lock;

    private JobClaim(FileStream file) => _lock = file;

    /// <summary>Takes the claim; null where another process has it.</summary>
    /// <exception cref="IOException">The store cannot be written.</exception>
    public static JobClaim? TryTake(StoreFolders folders, JobKey key)
    {
        Directory.CreateDirectory(folders.Claims);
        return FileLock.TryTake(Path.Combine(folders.Claims, key.Value[..3])) is { } file ? new(file) : null;
    }

    /// <summary>Gives the claim back.</summary>
    public void Dispose() => _lock.Dispose();
}
