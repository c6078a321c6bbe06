namespace Tomography.Store;

/// <summary>
/// The right to train a job, held by one process of all that share a store. It is a lock of the operating system on one of 4,096 files, so
/// it dies with its process and is never stale. Jobs that share a file are claimed by one process together; those of another process merely
/// wait for each other. On a file system without locks it is a <see cref="JobLease"/>.
/// </summary>
internal sealed class JobClaim : IJobClaim
{
    private readonly LockFiles _files;
    private string? _name;

    private JobClaim(LockFiles files, string name) => (_files, _name) = (files, name);

    /// <summary>Takes the claim; null where another process has it.</summary>
    /// <exception cref="IOException">The store cannot be written.</exception>
    internal static JobClaim? TryTake(LockFiles files, JobKey key)
    {
        var name = key.Value[..3];
        return files.TryTake(name) ? new(files, name) : null;
    }

    /// <inheritdoc/>
    public void GiveBackDone() => Dispose();

    /// <summary>Gives the claim back.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _name, null) is { } name) _files.GiveBack(name);
    }
}
