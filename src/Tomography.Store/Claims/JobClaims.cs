namespace Tomography.Store;

/// <summary>Takes claims on jobs for one process: locks where the store's file system has them, leases where it has not.</summary>
public sealed class JobClaims
{
    private static readonly TimeSpan LeftBehind = TimeSpan.FromHours(24);

    private readonly Dictionary<string, (string Text, long Since)> _watched = new(StringComparer.Ordinal);
    private readonly StoreFolders _folders;
    private readonly TimeSpan _leaseInterval;
    private readonly bool _areSpread;
    private readonly ClaimSite _site;
    private readonly LockFiles _locks;
    private bool? _locksWork;

    /// <summary>Claims of this process.</summary>
    /// <param name="folders">The store.</param>
    /// <param name="leaseInterval">Time between two signs of life of a lease; ten of them without one, and it is taken over.</param>
    /// <param name="areSpread">
    /// Whether workers on many machines claim: each takes a lease beside the lock then, since locks of some file systems hold on each
    /// machine alone, which no trial on one machine can tell.
    /// </param>
    public JobClaims(StoreFolders folders, TimeSpan leaseInterval, bool areSpread = false)
        : this(folders, leaseInterval, areSpread, ClaimSite.Here(folders))
    {
    }

    /// <summary>The same, of a process elsewhere.</summary>
    internal JobClaims(StoreFolders folders, TimeSpan leaseInterval, bool areSpread, ClaimSite site)
    {
        (_folders, _leaseInterval, _areSpread, _site) = (folders, leaseInterval, areSpread, site);
        _locks = new(site.Locks);
    }

    /// <summary>Deletes leases that were left behind, of jobs that nobody has asked for since.</summary>
    /// <param name="folders">The store.</param>
    /// <param name="clock">What time it is.</param>
    public static void Sweep(StoreFolders folders, TimeProvider clock) =>
        LeftBehindFiles.Sweep(folders.Claims, "*.lease*", LeftBehind, clock);

    /// <summary>Takes the claim on a job; null where another process has it. Not called from two threads at a time.</summary>
    /// <exception cref="IOException">The store cannot be written.</exception>
    public IJobClaim? TryTake(JobKey key)
    {
        _locksWork ??= FileLock.Work(_site.Locks);
        if (!_locksWork.Value) return TryLease(key);
        if (JobClaim.TryTake(_locks, key) is not { } claim) return null;
        if (!_areSpread) return claim;
        if (TryLease(key, isLocked: true) is { } lease) return new SpreadClaim(claim, lease);
        claim.Dispose();
        return null;
    }

    /// <summary>Takes the claim as a lease; null where another process has it.</summary>
    /// <param name="key">The job.</param>
    /// <param name="isLocked">Whether this process has the lock: an owner of the lease on this machine is gone then.</param>
    internal JobLease? TryLease(JobKey key, bool isLocked = false)
    {
        Directory.CreateDirectory(_folders.Claims);
        var path = Path.Combine(_folders.Claims, key.Value + ".lease");
        if (JobLease.TryCreate(path, _leaseInterval, _site) is { } lease) return lease;
        var text = TextOf(path);
        if (isLocked && JobLease.IsOf(_site, text)) return TakeOver(path, text) ? JobLease.TryCreate(path, _leaseInterval, _site) : null;
        if (!_watched.TryGetValue(path, out var seen) || seen.Text != text)
        {
            _watched[path] = (text, _site.Clock.GetTimestamp());
            return null;
        }

        if (_site.Clock.GetElapsedTime(seen.Since) < _leaseInterval * JobLease.BeatsMissed) return null;
        return TakeOver(path, text) ? JobLease.TryCreate(path, _leaseInterval, _site) : null;
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
