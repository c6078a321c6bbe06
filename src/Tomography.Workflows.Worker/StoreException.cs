namespace Tomography.Workflows.Worker;

/// <summary>The store cannot be written. That is no fault of the job, and no other job can be done either.</summary>
internal sealed class StoreException(Exception inner) : Exception(inner.Message, inner)
{
    /// <summary>Runs what writes the store.</summary>
    public static T Guard<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(e);
        }
    }

    /// <summary>Runs what writes the store.</summary>
    public static void Guard(Action write) => Guard(() =>
    {
        write();
        return true;
    });
}
