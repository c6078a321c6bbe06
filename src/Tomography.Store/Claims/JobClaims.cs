using System.Diagnostics;

namespace Tomography.Store;

/// <summary>Takes claims on jobs for one process: locks where the store's file system has them, leases where it has not.</summary>
/// <param name="folders">The store.</param>
/// <param name="leaseInterval">Time between two signs of life of a lease; ten of them without one, and it is taken over.</param>
/// <param name="areSpread">
/// Whether workers on many machines claim: each takes a lease beside the lock then, since locks of some file systems hold on each machine
/// alone, which no trial on one machine can tell.
/// </param>
public sealed class JobClaims(StoreFolders folders, TimeSpan leaseInterval, bool areSpread = false)
{
    private readonly Dictionary<string, (string Text, Stopwatch Since)> _watched = new(StringComparer.Ordinal);
    private readonly LockFiles _locks = new(folders.Claims);
    private bool? _locksWork;

    /// <summary>Takes the claim on a job; null where another process has it. Not called from two threads at a time.</summary>
    /// <exception cref="IOException">The store cannot be written.</exception>
    public IDisposable? TryTake(JobKey key)
    {
        _locksWork ??= FileLock.Work(folders.Claims);
        if (!_locksWork.Value) return TryLease(key);
        if (JobClaim.TryTake(_locks, key) is not { } claim) return null;
        if (!areSpread) return claim;
        if (TryLease(key, isLocked: true) is { } lease) return new SpreadClaim(claim, lease);
        claim.Dispose();
        return null;
    }

    /// <summary>Takes the claim as a lease; null where another process has it.</summary>
    /// <param name="key">The job.</param>
    /// <param name="isLocked">Whether this process has the lock: an owner of the lease on this machine is gone then.</param>
    internal JobLease? TryLease(JobKey key, bool isLocked = false)
    {
        var path = Path.Combine(folders.Claims, key.Value + ".lease");
        if (JobLease.TryCreate(path, leaseInterval) is { } lease) return lease;
        var text = TextOf(path);
        if (isLocked && JobLease.IsOfThisMachine(text)) return TakeOver(path, text) ? JobLease.TryCreate(path, leaseInterval) : null;
        if (!_watched.TryGetValue(path, out var seen) || seen.Text != text)
        {
            _watched[path] = (text, Stopwatch.StartNew());
            return null;
        }

        if (seen.Since.Elapsed < leaseInterval * 10) return null;
        return TakeOver(path, text) ? JobLease.TryCreate(path, leaseInterval) : null;
    }

    /// <summary>Moves a lease that was left behind out of the way; puts it back where it is another one by now.</summary>
    private static bool TakeOver(string path, string text)
    {
        var aside = $"{path}.{Guid.NewGuid():N}";
        try
        {
            File.Move(path, aside);
        }
        catch (FileNotFoundException)
        {
            return true; // given back in this moment
        }

        var isOld = TextOf(aside) == text;
        if (!isOld && !File.Exists(path)) File.Move(aside, path);
        else File.Delete(aside);
        return isOld;
    }

    private static string TextOf(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (FileNotFoundException)
        {
            return ""; // given back in this moment
        }
    }
}
