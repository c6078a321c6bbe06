using System.Text;

namespace Tomography.Store;

/// <summary>
/// A claim for file systems without locks: a file that only one process can create, and that its owner changes every few seconds. One that
/// has not changed for a while, by the watcher's own stopwatch (clocks may jump, and differ between machines), is left behind and is taken
/// over. Two processes that take the same lease over at once both train the job; they publish the same result.
/// </summary>
internal sealed class JobLease : IJobClaim
{
    /// <summary>
    /// So long a lease outlives its job: a machine may believe for as long that there is no result, since it looked before there was one.
    /// NFS asks again after 60 seconds at most by itself (acdirmax).
    /// </summary>
    internal static readonly TimeSpan Linger = TimeSpan.FromSeconds(65);

    /// <summary>A lease that has not changed for so many times its interval is taken over.</summary>
    internal const int BeatsMissed = 10;

    private readonly string _path;
    private readonly TimeSpan _interval;
    private readonly TimeProvider _clock;
    private readonly string _owner;
    private readonly Lock _lock = new();
    private ITimer? _heartbeat;
    private long _beats;
    private long? _doneSince;
    private bool _isQuiet;

    private JobLease(string path, TimeSpan interval, ClaimSite site) => (_path, _interval, _clock, _owner) =
        (path, interval, site.Clock, $"{site.Machine} {Environment.ProcessId} {Guid.NewGuid():N} ");

    /// <summary>Creates the lease's file; null where it exists.</summary>
    internal static JobLease? TryCreate(string path, TimeSpan interval, ClaimSite site)
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

        var lease = new JobLease(path, interval, site);
        using (file)
        {
            try
            {
                file.Write(lease.Text());
            }
            catch (IOException)
            {
                // No room: a lease that says nothing of its owner does as well, and the result will tell.
            }
        }

        lock (lease._lock) lease._heartbeat = site.Clock.CreateTimer(_ => lease.Beat(), null, interval, interval);
        return lease;
    }

    /// <inheritdoc/>
    public void GiveBackDone()
    {
        lock (_lock)
        {
            if (_heartbeat is null) return;
            _doneSince = _clock.GetTimestamp();
            // Where nobody takes it over sooner than it ends, it is not written any more: of short models there are hundreds at a time.
            _isQuiet = Linger + _interval < _interval * BeatsMissed;
            if (!_isQuiet) return;
            _heartbeat.Dispose();
            _heartbeat = _clock.CreateTimer(_ => Beat(), null, Linger, _interval);
        }
    }

    /// <summary>Gives the lease back.</summary>
    public void Dispose()
    {
        lock (_lock) End();
    }

    /// <summary>Whether the text of a lease is that of a process of a machine.</summary>
    internal static bool IsOf(ClaimSite site, string text) => text.StartsWith(site.Machine + " ", StringComparison.Ordinal);

    private byte[] Text() => Encoding.UTF8.GetBytes($"{_owner}{_beats++}");

    private void Beat()
    {
        lock (_lock)
        {
            if (_heartbeat is null) return;
            if (_doneSince is { } since && (_isQuiet || _clock.GetElapsedTime(since) >= Linger))
            {
                End();
                return;
            }

            try
            {
                using var file = new FileStream(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
                if (IsOwn(file)) file.Write(Text());
                else Stop();
            }
            catch (FileNotFoundException)
            {
                Stop();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The store is out of reach for a moment. If it stays so, others take the job over, and the result's publication tells the
                // user.
            }
        }
    }

    /// <summary>A lease that others have taken over by now is theirs: it is neither changed nor deleted.</summary>
    private void End()
    {
        if (_heartbeat is null) return;
        Stop();
        try
        {
            bool isOwn;
            using (var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
                isOwn = IsOwn(file);
            if (isOwn) File.Delete(_path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Gone already, or out of reach: then it is left behind, and others take it over.
        }
    }

    private void Stop()
    {
        _heartbeat?.Dispose();
        _heartbeat = null;
    }

    /// <summary>Whether a lease's file is this one's, or nobody's; the file's position is at its start afterwards.</summary>
    private bool IsOwn(FileStream file)
    {
        Span<byte> start = stackalloc byte[512];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return read == 0 || start[..read].StartsWith(Encoding.UTF8.GetBytes(_owner));
    }
}
