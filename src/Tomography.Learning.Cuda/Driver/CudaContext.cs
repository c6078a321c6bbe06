namespace Tomography.Learning.Cuda;

/// <summary>The driver's context of one card, which all of this process share. Its functions are called by one thread at a time.</summary>
internal sealed class CudaContext : IDisposable
{
    /// <summary>Whoever waits for the card sleeps: the core trains other models (<c>CU_CTX_SCHED_BLOCKING_SYNC</c>).</summary>
    private const uint BlockingSync = 4;

    private readonly int _device;
    private nint _context;

    /// <summary>Opens a card.</summary>
    /// <param name="ordinal">Its number, from 0, among those that the driver shows.</param>
    /// <exception cref="DeviceFailedException">The card does not answer.</exception>
    /// <exception cref="DeviceMemoryException">Others have all of its memory.</exception>
    public CudaContext(int ordinal)
    {
        CudaCalls.Require(CudaNative.cuDeviceGet(out _device, ordinal), "cuDeviceGet");
        // A context that is open already has flags of its own, and they are as good.
        _ = CudaNative.cuDevicePrimaryCtxSetFlags(_device, BlockingSync);
        CudaCalls.Require(CudaNative.cuDevicePrimaryCtxRetain(out _context, _device), "cuDevicePrimaryCtxRetain");
    }

    /// <summary>Makes it the one that the calling thread's functions mean, as far as it answers.</summary>
    public bool TryUse() => CudaNative.cuCtxSetCurrent(_context) == CudaResult.Success;

    /// <summary>Makes it the one that the calling thread's functions mean.</summary>
    /// <exception cref="DeviceFailedException">The card does not answer.</exception>
    public void Use() => CudaCalls.Require(CudaNative.cuCtxSetCurrent(_context), "cuCtxSetCurrent");

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_context != 0) _ = CudaNative.cuDevicePrimaryCtxRelease(_device);
        _context = 0;
    }
}
