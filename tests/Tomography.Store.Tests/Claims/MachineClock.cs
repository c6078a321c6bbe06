namespace Tomography.Store.Tests;

/// <summary>The clock of a machine, whose timers ring no more when it is gone, and not while it hangs.</summary>
internal sealed class MachineClock(TimeProvider time) : TimeProvider
{
    /// <summary>Whether it does nothing.</summary>
    public bool IsStill { get; set; }

    public override long TimestampFrequency => time.TimestampFrequency;

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(s => { if (!IsStill) callback(s); }, state, dueTime, period);
}
