using System.Runtime.CompilerServices;

namespace Tomography.Learning.Cuda;

/// <summary>Numbers in the memory of a card.</summary>
/// <typeparam name="T">What kind.</typeparam>
internal sealed class GpuArray<T> : IDisposable
    where T : unmanaged
{
    private readonly IGpu _gpu;

    /// <summary>Takes memory for numbers; what it holds is undefined.</summary>
    /// <exception cref="DeviceMemoryException">There is not so much.</exception>
    public GpuArray(IGpu gpu, long length)
    {
        (_gpu, Length) = (gpu, length);
        Address = gpu.Allocate(Math.Max(1, length) * Unsafe.SizeOf<T>());
    }

    /// <summary>How many.</summary>
    public long Length { get; }

    /// <summary>Where they stand.</summary>
    public ulong Address { get; private set; }

    /// <summary>Takes memory and writes numbers.</summary>
    public static GpuArray<T> Of(IGpu gpu, ReadOnlySpan<T> values)
    {
        var array = new GpuArray<T>(gpu, values.Length);
        try
        {
            array.Write(0, values);
            return array;
        }
        catch
        {
            array.Dispose();
            throw;
        }
    }

    /// <summary>The address of a number.</summary>
    public ulong At(long index) => Address + (ulong)(index * Unsafe.SizeOf<T>());

    /// <summary>Writes numbers from a place on.</summary>
    public void Write(long start, ReadOnlySpan<T> values)
    {
        if (!values.IsEmpty) _gpu.Upload(At(start), values);
    }

    /// <summary>Reads numbers from a place on.</summary>
    public void Read(long start, Span<T> values)
    {
        if (!values.IsEmpty) _gpu.Download(values, At(start));
    }

    /// <summary>Copies numbers from the same place of another array.</summary>
    public void CopyFrom(GpuArray<T> other, long start, long length) =>
        _gpu.Copy(At(start), other.At(start), length * Unsafe.SizeOf<T>());

    /// <summary>Makes all zero.</summary>
    public void Clear()
    {
        if (Length > 0) _gpu.Clear(Address, Length * Unsafe.SizeOf<T>());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Address != 0) _gpu.Free(Address);
        Address = 0;
    }
}
