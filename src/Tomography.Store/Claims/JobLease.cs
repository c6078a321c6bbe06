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
        FileStream file;
        try
        {
            file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (IOException e) when ((e.HResult & 0xFFFF) is 17 or 80 || File.Exists(path)) // EEXIST, ERROR_FILE_EXISTS
        {
            return null;
        }

        using (file)
        {
            try
            {
                file.Write(Text(0));
            }
            catch (IOException)
            {
                // No room: a lease that says nothing of its owner does as well, and the result will tell.
            }
        }

        return new(path, interval);
    }

    /// <summary>Gives the lease back.</summary>
    public void Dispose()
    {
        // A beat that is under way would make the file anew.
        using var silent = new ManualResetEvent(false);
        if (_heartbeat.Dispose(silent)) silent.WaitOne();
        File.Delete(_path);
    }

    /// <summary>Whether the text of a lease is that of a process of this machine.</summary>
    internal static bool IsOfThisMachine(string text) => text.StartsWith(Environment.MachineName + " ", StringComparison.Ordinal);

    private static byte[] Text(long beats) =>
        Encoding.UTF8.GetBytes($"{Environment.MachineName} {Environment.ProcessId} {beats} {Stopwatch.GetTimestamp()}");

    private void Beat()
    {
        try
        {
            using var file = new FileStream(_path, FileMode.Open, FileAccess.Write, FileShare.Read);
            file.Write(Text(Interlocked.Increment(ref _beats)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The store is out of reach for a moment. If it stays so, others take the job over, and the result's publication tells the
            // user.
        }
    }
}
