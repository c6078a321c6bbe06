namespace Tomography.Learning.Cuda;

/// <summary>A card, or what stands in for one: memory, and kernels that run one after the other.</summary>
internal interface IGpu : IDisposable
{
    /// <summary>Bytes of its memory that are free, and all.</summary>
    (long Free, long Total) Memory { get; }

    /// <summary>Takes memory; what it holds is undefined.</summary>
    /// <exception cref="DeviceMemoryException">There is not so much.</exception>
    ulong Allocate(long bytes);

    /// <summary>Gives memory back.</summary>
    void Free(ulong address);

    /// <summary>Writes numbers behind all kernels launched so far.</summary>
    void Upload<T>(ulong to, ReadOnlySpan<T> values)
        where T : unmanaged;

    /// <summary>Reads numbers when all kernels launched so far are done.</summary>
    void Download<T>(Span<T> to, ulong from)
        where T : unmanaged;

    /// <summary>Writes zeros.</summary>
    void Clear(ulong at, long bytes);

    /// <summary>Copies bytes from one place of its memory to another.</summary>
    void Copy(ulong to, ulong from, long bytes);

    /// <summary>Launches a kernel behind those launched before; does not wait for it.</summary>
    /// <exception cref="DeviceFailedException">The card does not take it.</exception>
    void Launch(KernelLaunch launch, in Step step);

    /// <summary>Waits for all kernels.</summary>
    /// <exception cref="DeviceFailedException">One of them failed.</exception>
    void Synchronize();
}
