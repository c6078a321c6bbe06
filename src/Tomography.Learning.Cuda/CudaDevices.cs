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

    /// <summary>
    /// All of them, looked for when they are asked for; where there is none, one that says why. A card is opened when somebody asks whether
    /// it can be used, so that those that are not wanted are left alone.
    /// </summary>
    public static IEnumerable<IComputeDevice> Find() => All();

    /// <summary>All of them; where there is none, one that says why.</summary>
    internal static IEnumerable<CudaDevice> All()
    {
        if (Obstacle() is { } obstacle)
        {
            yield return None(obstacle);
            yield break;
        }

        CudaCalls.Require(CudaNative.cuDeviceGetCount(out var count), "cuDeviceGetCount");
        if (count == 0) yield return None("the driver shows no GPU");
        for (var ordinal = 0; ordinal < count; ordinal++) yield return Of(ordinal);
    }

    private static CudaDevice None(string problem) => new("cuda", "", () => problem, () => throw new DeviceFailedException(problem));

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

    private static CudaDevice Of(int ordinal)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"cuda:{ordinal}");
        return new(id, NameOf(ordinal), () => ProblemOf(ordinal), () => new CudaGpu(ordinal));
    }

    private static string? ProblemOf(int ordinal)
    {
        try
        {
            CudaCalls.Require(CudaNative.cuDeviceGet(out var device, ordinal), "cuDeviceGet");
            CudaCalls.Require(CudaNative.cuDeviceGetAttribute(out var major, MajorAttribute, device), "cuDeviceGetAttribute");
            CudaCalls.Require(CudaNative.cuDeviceGetAttribute(out var minor, MinorAttribute, device), "cuDeviceGetAttribute");
            if (major < LeastMajor)
                return $"its compute capability is {major}.{minor}; {LeastMajor}.0 (Volta) or later is needed";
            // A card that is out of order shows itself only when it is opened.
            using var context = new CudaContext(ordinal);
            return null;
        }
        catch (Exception e) when (e is DeviceFailedException or DeviceMemoryException)
        {
            return e.Message.TrimEnd('.');
        }
    }

    /// <summary>What the driver calls a card; nothing where it does not say.</summary>
    private static unsafe string NameOf(int ordinal)
    {
        const int Longest = 256;
        var name = stackalloc byte[Longest];
        return CudaNative.cuDeviceGet(out var device, ordinal) == CudaResult.Success
            && CudaNative.cuDeviceGetName(name, Longest, device) == CudaResult.Success
            ? Marshal.PtrToStringUTF8((nint)name) ?? ""
            : "";
    }
}
