namespace Tomography.Store.Tests;

/// <summary>A clock that goes on when it is told to; its timers ring in the order of their times, on the thread that tells it.</summary>
internal sealed class SimulatedClock : TimeProvider
{
    private readonly List<SimulatedTimer> _timers = [];
    private TimeSpan _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(_timers.Remove, () => callback(state), _now + dueTime, period);
        _timers.Add(timer);
        return timer;
    }

    /// <summary>Goes on to a time.</summary>
    public void GoTo(TimeSpan time)
    {
        while (_timers.MinBy(t => t.Next) is { } first && first.Next <= time)
        {
            _now = first.Next;
            first.Ring();
        }

        _now = time;
    }
}
