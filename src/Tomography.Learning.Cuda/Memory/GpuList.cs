namespace Tomography.Learning.Cuda;

/// <summary>Numbers in the memory of a card that are written anew again and again, in room that grows.</summary>
/// <typeparam name="T">What kind.</typeparam>
/// <param name="gpu">The card.</param>
internal sealed class GpuList<T>(IGpu gpu) : IDisposable
    where T : unmanaged
{
    private GpuArray<T>? _array;

    /// <summary>Where they stand.</summary>
    public ulong Address => _array!.Address;

    /// <summary>Makes room; what stood there is lost where it grows.</summary>
    /// <exception cref="DeviceMemoryException">There is not so much.</exception>
    public void Reserve(long length)
    {
        if (_array?.Length >= length) return;
        _array?.Dispose();
        _array = null;
        _array = new(gpu, length + length / 4);
    }

    /// <summary>Writes numbers.</summary>
    public void Write(ReadOnlySpan<T> values)
    {
        Reserve(values.Length);
        _array!.Write(0, values);
    }

    /// <summary>Reads numbers from the first on.</summary>
    public void Read(Span<T> values) => Read(0, values);

    /// <summary>Reads numbers from a place on.</summary>
    public void Read(long start, Span<T> values) => _array!.Read(start, values);

    /// <inheritdoc/>
    public void Dispose() => _array?.Dispose();
}
