using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Tomography.Learning.Cuda;

/// <summary>
/// The GPUs of NVIDIA that this machine's driver shows, in the order of the driver: what <c>CUDA_VISIBLE_DEVICES</c> hides is not there,
/// and a part of a card (MIG) is a card.
/// </summary>
public static class CudaDevices
{
    /// <summary>The functions of the driver that are used: CUDA 11.0, as the driver counts.</summary>
    private const int LeastDriver = 11000;

    private const int MajorAttribute = 75, MinorAttribute = 76; // CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR, _MINOR
    private const int LeastMajor = 7;

    /// <summary>All of them, looked for when they are asked for; where there is none, one that says why.</summary>
    public static IEnumerable<IComputeDevice> Find()
    {
        foreach (var device in All()) yield return device;
    }

    /// <summary>All of them; where there is none, one that says why.</summary>
    internal static ImmutableArray<CudaDevice> All()
    {
        if (Obstacle() is { } obstacle) return [new CudaDevice("cuda", "", obstacle, null)];
        CudaCalls.Require(CudaNative.cuDeviceGetCount(out var count), "cuDeviceGetCount");
        return count == 0
            ? [new CudaDevice("cuda", "", "the driver shows no GPU", null)]
            : [.. Enumerable.Range(0, count).Select(Open)];
    }

    private static string? Obstacle()
    {
        if (!CudaNative.IsThere) return $"this machine has no driver of NVIDIA ({CudaNative.LibraryName})";
        var result = CudaNative.cuInit(0);
        return result switch
        {
            CudaResult.Success => CudaNative.cuDriverGetVersion(out var version) == CudaResult.Success && version < LeastDriver
                ? $"the driver of NVIDIA is too old: it knows CUDA {version / 1000}.{version % 1000 / 10}, 11.0 or later is needed"
                : null,
            CudaResult.NoDevice => "the driver of NVIDIA shows no GPU (see CUDA_VISIBLE_DEVICES)",
            CudaResult.StubLibrary or CudaResult.InsufficientDriver =>
                $"the driver of NVIDIA is not the one that its library belongs to ({CudaCalls.Describe(result)})",
            _ => $"the driver of NVIDIA does not start: {CudaCalls.Describe(result)}",
        };
    }

    private static CudaDevice Open(int ordinal)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"cuda:{ordinal}");
        var name = id;
        try
        {
            CudaCalls.Require(CudaNative.cuDeviceGet(out var device, ordinal), "cuDeviceGet");
            name = NameOf(device, id);
            CudaCalls.Require(CudaNative.cuDeviceGetAttribute(out var major, MajorAttribute, device), "cuDeviceGetAttribute");
            CudaCalls.Require(CudaNative.cuDeviceGetAttribute(out var minor, MinorAttribute, device), "cuDeviceGetAttribute");
            if (major < LeastMajor)
                return new(id, name, $"its compute capability is {major}.{minor}; {LeastMajor}.0 (Volta) or later is needed", null);
            // A card that is out of order shows itself only when it is opened.
            using var context = new CudaContext(ordinal);
            return new(id, name, null, () => new CudaGpu(ordinal));
        }
        catch (Exception e) when (e is DeviceFailedException or DeviceMemoryException)
        {
            return new(id, name, e.Message.TrimEnd('.'), null);
        }
    }

    private static unsafe string NameOf(int device, string id)
    {
        const int Longest = 256;
        var name = stackalloc byte[Longest];
        CudaCalls.Require(CudaNative.cuDeviceGetName(name, Longest, device), "cuDeviceGetName");
        return Marshal.PtrToStringUTF8((nint)name) ?? id;
    }
}
