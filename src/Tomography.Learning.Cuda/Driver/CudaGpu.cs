using System.Runtime.CompilerServices;

namespace Tomography.Learning.Cuda;

/// <summary>A card, through its driver.</summary>
internal sealed unsafe class CudaGpu : IGpu
{
    private readonly CudaContext _context;
    private readonly nint _module;
    private readonly Dictionary<string, nint> _functions = new(StringComparer.Ordinal);

    /// <summary>Opens a card, and has its driver compile the kernels for it.</summary>
    /// <param name="ordinal">Its number, from 0, among those that the driver shows.</param>
    /// <exception cref="DeviceFailedException">The card does not answer, or its driver is too old.</exception>
    /// <exception cref="DeviceMemoryException">Others have all of its memory.</exception>
    public CudaGpu(int ordinal)
    {
        _context = new(ordinal);
        try
        {
            _context.Use();
            fixed (byte* image = KernelModule.Ptx)
            {
                var result = CudaNative.cuModuleLoadData(out _module, image);
                if (result is CudaResult.UnsupportedPtxVersion or CudaResult.InvalidPtx or CudaResult.NoBinaryForGpu)
                    throw new DeviceFailedException(
                        $"its driver cannot compile the kernels and says '{CudaCalls.Describe(result)}': install a newer one.");
                CudaCalls.Require(result, "cuModuleLoadData");
            }
        }
        catch
        {
            _context.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public (long Free, long Total) Memory
    {
        get
        {
            _context.Use();
            CudaCalls.Require(CudaNative.cuMemGetInfo(out var free, out var total), "cuMemGetInfo");
            return ((long)free, (long)total);
        }
    }

    /// <inheritdoc/>
    public ulong Allocate(long bytes)
    {
        _context.Use();
        var result = CudaNative.cuMemAlloc(out var address, (nuint)bytes);
        if (result == CudaResult.OutOfMemory)
            throw new DeviceMemoryException($"{Mebibytes(bytes)} MiB more are not there; {Mebibytes(Memory.Free)} MiB are free.");
        CudaCalls.Require(result, "cuMemAlloc");
        return address;
    }

    /// <inheritdoc/>
    public void Free(ulong address)
    {
        // A card that has failed cannot give memory back, and has none to give.
        if (_context.TryUse() && CudaNative.cuCtxSynchronize() == CudaResult.Success) _ = CudaNative.cuMemFree(address);
    }

    /// <inheritdoc/>
    public void Upload<T>(ulong to, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        _context.Use();
        fixed (T* from = values)
            CudaCalls.Require(CudaNative.cuMemcpyHtoD(to, from, (nuint)values.Length * (nuint)Unsafe.SizeOf<T>()), "cuMemcpyHtoD");
    }

    /// <inheritdoc/>
    public void Download<T>(Span<T> to, ulong from)
        where T : unmanaged
    {
        _context.Use();
        fixed (T* target = to)
            CudaCalls.Require(CudaNative.cuMemcpyDtoH(target, from, (nuint)to.Length * (nuint)Unsafe.SizeOf<T>()), "cuMemcpyDtoH");
    }

    /// <inheritdoc/>
    public void Clear(ulong at, long bytes)
    {
        _context.Use();
        CudaCalls.Require(CudaNative.cuMemsetD8(at, 0, (nuint)bytes), "cuMemsetD8");
    }

    /// <inheritdoc/>
    public void Copy(ulong to, ulong from, long bytes)
    {
        _context.Use();
        CudaCalls.Require(CudaNative.cuMemcpyDtoD(to, from, (nuint)bytes), "cuMemcpyDtoD");
    }

    /// <inheritdoc/>
    public void Launch(KernelLaunch launch, in Step step)
    {
        _context.Use();
        if (!_functions.TryGetValue(launch.Kernel, out var function))
        {
            CudaCalls.Require(CudaNative.cuModuleGetFunction(out function, _module, launch.Kernel), "cuModuleGetFunction");
            _functions[launch.Kernel] = function;
        }

        var arguments = launch.Arguments;
        fixed (Step* pointer = &step)
        {
            var parameters = stackalloc void*[] { pointer, &arguments };
            CudaCalls.Require(
                CudaNative.cuLaunchKernel(
                    function, (uint)launch.X, (uint)launch.Y, (uint)launch.Z, (uint)launch.Threads, 1, 1, (uint)launch.SharedBytes, 0,
                    parameters, null),
                launch.Kernel);
        }
    }

    /// <inheritdoc/>
    public void Synchronize()
    {
        _context.Use();
        CudaCalls.Require(CudaNative.cuCtxSynchronize(), "cuCtxSynchronize");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_context.TryUse()) _ = CudaNative.cuModuleUnload(_module);
        _context.Dispose();
    }

    private static long Mebibytes(long bytes) => (bytes + (1 << 20) - 1) >> 20;
}
