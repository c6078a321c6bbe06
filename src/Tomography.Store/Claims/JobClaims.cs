using System.Diagnostics;

namespace Tomography.Store;

/// <summary>Takes claims on jobs for one process: locks where the store's file system has them, leases where it has not.</summary>
/// <param name="folders">The store.</param>
/// <param name="leaseInterval">Time between two signs of life of a lease; ten of them without one, and it is taken over.</param>
public sealed class JobClaims(StoreFolders folders, TimeSpan leaseInterval)
{
    private readonly Dictionary<string, (string Text, Stopwatch Since)> _watched = new(StringComparer.Ordinal);
    private readonly LockFiles _locks = new(folders.Claims);
    private bool? _locksWork;

    /// <summary>Takes the claim on a job; null where another process has it. Not called from two threads at a time.</summary>
    /// <exception cref="IOException">The store cannot be written.</exception>
    public IDisposable? TryTake(JobKey key)
    {
        _locksWork ??= FileLock.Work(folders.Claims);
        return _locksWork.Value ? JobClaim.TryTake(_locks, key) : TryLease(key);
    }

    /// <summary>Takes the claim as a lease; null where another process has it.</summary>
    internal JobLease? TryLease(JobKey key)
    {
        var path = Path.Combine(folders.Claims, key.Value + ".lease");
        if (JobLease.TryCreate(path, leaseInterval) is { } lease) return lease;
        var text = TextOf(path);
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
