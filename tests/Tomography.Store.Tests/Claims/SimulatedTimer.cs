namespace Tomography.Store.Tests;

/// <summary>A timer of a <see cref="SimulatedClock"/>.</summary>
internal sealed class SimulatedTimer(Predicate<SimulatedTimer> remove, Action ring, TimeSpan first, TimeSpan period) : ITimer
{
    public TimeSpan Next { get; private set; } = first;

    public void Ring()
    {
        Next += period;
        ring();
    }

    public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

    public void Dispose() => remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }
}
