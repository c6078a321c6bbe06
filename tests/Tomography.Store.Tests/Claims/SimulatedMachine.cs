namespace Tomography.Store.Tests;

/// <summary>
/// A machine whose file system has locks that no other machine sees, and that remembers for a minute that a file was not there, as NFS
/// does.
/// </summary>
internal sealed class SimulatedMachine
{
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(60);

    private readonly Dictionary<JobKey, TimeSpan> _missedAt = [];

    public SimulatedMachine(StoreFolders folders, string name, TimeProvider time)
    {
        Clock = new(time);
        var site = new ClaimSite(name, Path.Combine(folders.Root, "locks-" + name), Clock);
        Claims = new(folders, TimeSpan.FromSeconds(10), areSpread: true, site);
    }

    public MachineClock Clock { get; }

    public JobClaims Claims { get; }

    /// <summary>When it does the next thing.</summary>
    public TimeSpan Free { get; set; }

    /// <summary>The place of the plan that it comes to next.</summary>
    public int Place { get; set; }

    /// <summary>The model that it trains; null for none.</summary>
    public (JobKey Key, IJobClaim Claim)? Training { get; set; }

    /// <summary>What it wrote itself it sees at once.</summary>
    public void Knows(JobKey key) => _missedAt.Remove(key);

    /// <summary>Whether it sees a result.</summary>
    public bool Sees(JobKey key, IReadOnlySet<JobKey> results, TimeSpan now)
    {
        if (_missedAt.TryGetValue(key, out var missed) && now - missed < Memory) return false;
        if (results.Contains(key)) return true;
        _missedAt[key] = now;
        return false;
    }
}
