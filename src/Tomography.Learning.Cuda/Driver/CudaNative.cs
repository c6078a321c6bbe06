using System.Reflection;
using System.Runtime.InteropServices;

namespace Tomography.Learning.Cuda;

/// <summary>The functions of the CUDA driver that are used here, by the names of its own documentation (CUDA Driver API).</summary>
internal static unsafe partial class CudaNative
{
    private const string Library = "nvcuda";

    // What the library is called depends on the system; the driver brings it, and nothing else is needed.
    static CudaNative() => NativeLibrary.SetDllImportResolver(typeof(CudaNative).Assembly, Resolve);

    /// <summary>What the driver's library is called on this system.</summary>
    public static string LibraryName => OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1";

    /// <summary>Whether the library is there.</summary>
    public static bool IsThere => NativeLibrary.TryLoad(LibraryName, out _);

    [LibraryImport(Library)]
    internal static partial CudaResult cuInit(uint flags);

    [LibraryImport(Library)]
    internal static partial CudaResult cuDriverGetVersion(out int version);

    [LibraryImport(Library)]
    internal static partial CudaResult cuGetErrorName(CudaResult result, out byte* name);

    [LibraryImport(Library)]
    internal static partial CudaResult cuGetErrorString(CudaResult result, out byte* text);

    [LibraryImport(Library)]
    internal static partial CudaResult cuDeviceGetCount(out int count);

    [LibraryImport(Library)]
    internal static partial CudaResult cuDeviceGet(out int device, int ordinal);

    [LibraryImport(Library)]
    internal static partial CudaResult cuDeviceGetName(byte* name, int length, int device);

    [LibraryImport(Library)]
    internal static partial CudaResult cuDeviceGetAttribute(out int value, int attribute, int device);

    [LibraryImport(Library, EntryPoint = "cuDevicePrimaryCtxSetFlags_v2")]
    internal static partial CudaResult cuDevicePrimaryCtxSetFlags(int device, uint flags);

    [LibraryImport(Library)]
    internal static partial CudaResult cuDevicePrimaryCtxRetain(out nint context, int device);

    [LibraryImport(Library, EntryPoint = "cuDevicePrimaryCtxRelease_v2")]
    internal static partial CudaResult cuDevicePrimaryCtxRelease(int device);

    [LibraryImport(Library)]
    internal static partial CudaResult cuCtxSetCurrent(nint context);

    [LibraryImport(Library)]
    internal static partial CudaResult cuCtxSynchronize();

    [LibraryImport(Library)]
    internal static partial CudaResult cuModuleLoadData(out nint module, byte* image);

    [LibraryImport(Library)]
    internal static partial CudaResult cuModuleUnload(nint module);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial CudaResult cuModuleGetFunction(out nint function, nint module, string name);

    [LibraryImport(Library, EntryPoint = "cuMemGetInfo_v2")]
    internal static partial CudaResult cuMemGetInfo(out nuint free, out nuint total);

    [LibraryImport(Library, EntryPoint = "cuMemAlloc_v2")]
    internal static partial CudaResult cuMemAlloc(out ulong address, nuint bytes);

    [LibraryImport(Library, EntryPoint = "cuMemFree_v2")]
    internal static partial CudaResult cuMemFree(ulong address);

    [LibraryImport(Library, EntryPoint = "cuMemcpyHtoD_v2")]
    internal static partial CudaResult cuMemcpyHtoD(ulong to, void* from, nuint bytes);

    [LibraryImport(Library, EntryPoint = "cuMemcpyDtoH_v2")]
    internal static partial CudaResult cuMemcpyDtoH(void* to, ulong from, nuint bytes);

    [LibraryImport(Library, EntryPoint = "cuMemcpyDtoD_v2")]
    internal static partial CudaResult cuMemcpyDtoD(ulong to, ulong from, nuint bytes);

    [LibraryImport(Library, EntryPoint = "cuMemsetD8_v2")]
    internal static partial CudaResult cuMemsetD8(ulong at, byte value, nuint bytes);

    [LibraryImport(Library)]
    internal static partial CudaResult cuLaunchKernel(
        nint function, uint x, uint y, uint z, uint threadsX, uint threadsY, uint threadsZ, uint sharedBytes, nint stream,
        void** parameters, void** extra);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == Library && NativeLibrary.TryLoad(LibraryName, out var library) ? library : 0;
}
