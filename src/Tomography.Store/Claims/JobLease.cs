using System.Diagnostics;
using System.Text;

namespace Tomography.Store;

/// <summary>
/// A claim for file systems without locks: a file that only one process can create, and that its owner changes every few seconds. One that
/// has not changed for a while, by the watcher's own stopwatch (clocks may jump, and differ between machines), is left behind and is taken
/// over. Two processes that take the same lease over at once both train the job; they publish the same result.
/// </summary>
internal sealed class JobLease : IDisposable
{
    private readonly string _path;
    private readonly Timer _heartbeat;
    private long _beats;

    private JobLease(string path, TimeSpan interval)
    {
        _path = path;
        _heartbeat = new(_ => Beat(), null, interval, interval);
    }

    /// <summary>Creates the lease's file; null where it exists.</summary>
    internal static JobLease? TryCreate(string path, TimeSpan interval)
    {
        try
        {
            using (new FileStream(path, FileMode.CreateNew, FileAccess.Write)) return new(path, interval);
        }
        catch (IOException e) when ((e.HResult & 0xFFFF) is 17 or 80 || File.Exists(path)) // EEXIST, ERROR_FILE_EXISTS
        {
            return null;
        }
    }

    /// <summary>Gives the lease back.</summary>
    public void Dispose()
    {
        // A beat that is under way would make the file anew.
        using var silent = new ManualResetEvent(false);
        if (_heartbeat.Dispose(silent)) silent.WaitOne();
        File.Delete(_path);
    }

    private void Beat()
    {
        try
        {
            using var file = new FileStream(_path, FileMode.Open, FileAccess.Write, FileShare.Read);
            file.Write(
                Encoding.UTF8.GetBytes(
                    $"{Environment.MachineName} {Environment.ProcessId} {Interlocked.Increment(ref _beats)} {Stopwatch.GetTimestamp()}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The store is out of reach for a moment. If it stays so, others take the job over, and the result's publication tells the
            // user.
        }
    }
}
