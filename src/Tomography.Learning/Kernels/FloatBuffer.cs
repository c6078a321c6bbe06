using System.Runtime.InteropServices;

namespace Tomography.Learning.Kernels;

/// <summary>Floats outside the managed heap, aligned to 64 bytes, that grow when a larger batch comes and are otherwise reused.</summary>
internal sealed unsafe class FloatBuffer : IDisposable
{
    private long _capacity;

    public float* Pointer { get; private set; }

    /// <summary>Makes room for at least <paramref name="count"/> floats; what the buffer held is lost when it grows.</summary>
    public float* Ensure(long count)
    {
        if (count <= _capacity) return Pointer;
        Dispose();
        _capacity = Math.Max(count + count / 4, 64);
        Pointer = (float*)NativeMemory.AlignedAlloc((nuint)(_capacity * sizeof(float)), 64);
        NativeMemory.Clear(Pointer, (nuint)(_capacity * sizeof(float)));
        return Pointer;
    }

    public void Dispose()
    {
        if (Pointer is not null) NativeMemory.AlignedFree(Pointer);
        Pointer = null;
        _capacity = 0;
    }
}
