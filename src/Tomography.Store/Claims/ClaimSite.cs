namespace Tomography.Store;

/// <summary>Where a process stands that claims jobs.</summary>
/// <param name="Machine">The machine's name, one word.</param>
/// <param name="Locks">Full path of the folder of the locks that it sees.</param>
/// <param name="Clock">What its leases are timed by.</param>
internal sealed record ClaimSite(string Machine, string Locks, TimeProvider Clock)
{
    /// <summary>Where this process stands.</summary>
    public static ClaimSite Here(StoreFolders folders) => new(Environment.MachineName, folders.Claims, TimeProvider.System);
}
