using System.Diagnostics;
using Tomography.Learning.Cuda;

namespace Tomography.Benchmarks;

/// <summary>A card that is waited for after each kernel, so that the time of each is known.</summary>
/// <param name="inner">The card.</param>
internal sealed class TimedGpu(IGpu inner) : IGpu
{
    /// <summary>Seconds of each kernel so far.</summary>
    public Dictionary<string, double> Seconds { get; } = new(StringComparer.Ordinal);

    public (long Free, long Total) Memory => inner.Memory;

    public ulong Allocate(long bytes) => inner.Allocate(bytes);

    public void Free(ulong address) => inner.Free(address);

    public void Upload<T>(ulong to, ReadOnlySpan<T> values)
        where T : unmanaged => inner.Upload(to, values);

    public void Download<T>(Span<T> to, ulong from)
        where T : unmanaged => inner.Download(to, from);

    public void Clear(ulong at, long bytes) => inner.Clear(at, bytes);

    public void Copy(ulong to, ulong from, long bytes) => inner.Copy(to, from, bytes);

    public void Launch(KernelLaunch launch, in Step step)
    {
        var start = Stopwatch.GetTimestamp();
        inner.Launch(launch, step);
        inner.Synchronize();
        Seconds[launch.Kernel] = Seconds.GetValueOrDefault(launch.Kernel) + Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public void Synchronize() => inner.Synchronize();

    public void Dispose() => inner.Dispose();
}
