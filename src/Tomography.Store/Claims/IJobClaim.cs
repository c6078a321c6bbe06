namespace Tomography.Store;

/// <summary>The right to train a job. Disposing gives it back.</summary>
public interface IJobClaim : IDisposable
{
    /// <summary>
    /// Gives it back because the job's result is there. Machines that remember for a while that it was not (network file systems do) are
    /// kept from the job until they must have looked again.
    /// </summary>
    void GiveBackDone();
}
