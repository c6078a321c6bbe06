namespace Tomography.Learning.Cuda;

/// <summary>The driver's context of one card, which all of this process share. Its functions are called by one thread at a time.</summary>
internal sealed class CudaContext : IDisposable
{
    /// <summary>Whoever waits for the card sleeps: the core trains other models (<c>CU_CTX_SCHED_BLOCKING_SYNC</c>).</summary>
    private const uint BlockingSync = 4;

    private readonly int _device;
    private nint _context;

    /// <summary>Opens a card.</summary>
    /// <param name="id">How users call it.</param>
    /// <param name="ordinal">Its number, from 0, among those that the driver shows.</param>
    /// <exception cref="DeviceFailedException">The card does not answer.</exception>
    /// <exception cref="DeviceMemoryException">Others have all of its memory.</exception>
    public CudaContext(string id, int ordinal)
    {
        Id = id;
        Require(CudaNative.cuDeviceGet(out _device, ordinal), "cuDeviceGet");
        // A context that is open already has flags of its own, and they are as good.
        _ = CudaNative.cuDevicePrimaryCtxSetFlags(_device, BlockingSync);
        Require(CudaNative.cuDevicePrimaryCtxRetain(out _context, _device), "cuDevicePrimaryCtxRetain");
    }

    /// <summary>How users call the card.</summary>
    public string Id { get; }

    /// <summary>Makes it the one that the calling thread's functions mean.</summary>
    public void Use() => Require(CudaNative.cuCtxSetCurrent(_context), "cuCtxSetCurrent");

    /// <summary>Requires that a call was done.</summary>
    public void Require(CudaResult result, string call) => CudaCalls.Require(result, Id, call);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_context != 0) _ = CudaNative.cuDevicePrimaryCtxRelease(_device);
        _context = 0;
    }
}
