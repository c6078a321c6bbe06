namespace Tomography.Store;

/// <summary>
/// A claim for workers on many machines: the lock, which builds on this machine see, and a lease, which all machines see.
/// </summary>
/// <param name="claim">The lock.</param>
/// <param name="lease">The lease.</param>
internal sealed class SpreadClaim(JobClaim claim, JobLease lease) : IJobClaim
{
    /// <inheritdoc/>
    public void GiveBackDone()
    {
        lease.GiveBackDone();
        claim.Dispose();
    }

    /// <summary>Gives both back; the lease first, so that whoever gets the lock finds none.</summary>
    public void Dispose()
    {
        lease.Dispose();
        claim.Dispose();
    }
}
