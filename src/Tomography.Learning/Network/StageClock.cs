using System.Diagnostics;

namespace Tomography.Learning;

/// <summary>Adds up the time of each stage; each lap takes what passed since the last.</summary>
internal sealed class StageClock
{
    private readonly long[] _ticks = new long[Enum.GetValues<NetworkStage>().Length];
    private long _last = Stopwatch.GetTimestamp();

    /// <summary>Starts anew: what passed so far belongs to no stage.</summary>
    public void Start() => _last = Stopwatch.GetTimestamp();

    /// <summary>What passed since the last lap belongs to a stage.</summary>
    public void Lap(NetworkStage stage)
    {
        var now = Stopwatch.GetTimestamp();
        _ticks[(int)stage] += now - _last;
        _last = now;
    }

    /// <summary>Seconds spent in a stage.</summary>
    public double Seconds(NetworkStage stage) => (double)_ticks[(int)stage] / Stopwatch.Frequency;
}
