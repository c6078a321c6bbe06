using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Tomography.Workflows.Worker;

/// <summary>
/// Watches for what ends a task of an array: its time, a cancellation, signals. The first reason holds. SIGUSR1 is what the script asks the
/// scheduler for when the limit is near; the task's own clock comes to the same, should it not be sent.
/// </summary>
internal sealed class ArrayStop : IDisposable
{
    private const PosixSignal SigUsr1 = (PosixSignal)10;
    private const int CancelledEvery = 3;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;
    private readonly TimeSpan _left;
    private readonly Func<bool> _isCancelled;
    private readonly Timer _timer;
    private int _reason, _ticks;
    private volatile bool _isTerminated;

    /// <summary>Begins to watch.</summary>
    /// <param name="left">Time until the limit.</param>
    /// <param name="lead">So long before the limit it stops.</param>
    /// <param name="isCancelled">Whether somebody cancelled the array.</param>
    public ArrayStop(TimeSpan left, TimeSpan lead, Func<bool> isCancelled)
    {
        (_left, _isCancelled) = (left - lead, isCancelled);
        _registrations =
        [
            .. new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGHUP }
                .Select(signal => PosixSignalRegistration.Create(signal, context => Hear(context, StopReason.Signal))),
            PosixSignalRegistration.Create(SigUsr1, context => Hear(context, StopReason.TimeLimit)),
        ];
        _timer = new(_ => Look(), null, TimeSpan.Zero, Interval);
    }

    /// <summary>Cancelled when the task is to stop.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Why it is to stop.</summary>
    public StopReason Reason => (StopReason)Volatile.Read(ref _reason);

    /// <summary>Whether a signal asked it to end, first or later.</summary>
    public bool IsTerminated => _isTerminated;

    /// <summary>Time until it must stop by itself; never below 0.</summary>
    public TimeSpan Left => _clock.Elapsed < _left ? _left - _clock.Elapsed : TimeSpan.Zero;

    /// <summary>Watches no more.</summary>
    public void Dispose()
    {
        using var silent = new ManualResetEvent(false);
        if (_timer.Dispose(silent)) silent.WaitOne();
        foreach (var registration in _registrations) registration.Dispose();
        _stop.Dispose();
    }

    private void Look()
    {
        if (Left == TimeSpan.Zero) Stop(StopReason.TimeLimit);
        else if (_ticks++ % CancelledEvery == 0 && _isCancelled()) Stop(StopReason.Cancelled);
    }

    private void Hear(PosixSignalContext context, StopReason reason)
    {
        context.Cancel = true;
        if (reason == StopReason.Signal) _isTerminated = true;
        // Who ends the array ends its tasks by a signal, too: what was said first is that it is cancelled.
        Stop(reason == StopReason.Signal && _isCancelled() ? StopReason.Cancelled : reason);
    }

    private void Stop(StopReason reason)
    {
        if (Interlocked.CompareExchange(ref _reason, (int)reason, (int)StopReason.None) == (int)StopReason.None) _stop.Cancel();
    }
}
