using System.Runtime.InteropServices;

namespace Tomography.Learning.Cuda;

/// <summary>Turns answers of the driver into exceptions.</summary>
internal static class CudaCalls
{
    /// <summary>Requires that a call to the driver was done.</summary>
    /// <param name="result">What it answered.</param>
    /// <param name="call">The call.</param>
    /// <exception cref="DeviceMemoryException">There is no memory for it.</exception>
    /// <exception cref="DeviceFailedException">It was not done.</exception>
    public static void Require(CudaResult result, string call)
    {
        if (result == CudaResult.Success) return;
        if (result == CudaResult.OutOfMemory) throw new DeviceMemoryException($"its memory is full ({call}).");
        throw new DeviceFailedException($"the driver says '{Describe(result)}' of {call}.");
    }

    /// <summary>What an answer means, in the driver's words.</summary>
    public static unsafe string Describe(CudaResult result)
    {
        var text = CudaNative.cuGetErrorString(result, out var words) == CudaResult.Success ? Marshal.PtrToStringUTF8((nint)words) : null;
        var name = CudaNative.cuGetErrorName(result, out var letters) == CudaResult.Success ? Marshal.PtrToStringUTF8((nint)letters) : null;
        return $"{text ?? "an error that the driver does not know"}, {name ?? ((int)result).ToString()}";
    }
}
