using System.Buffers;

namespace Tomography.Learning;

/// <summary>An array that lies in a mapped file, and keeps the file mapped.</summary>
internal sealed unsafe class MappedArray<T>(MappedFile file, T* start, int length) : MemoryManager<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public override Span<T> GetSpan()
    {
        GC.KeepAlive(file);
        return new(start, length);
    }

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0) => new(start + elementIndex, default, this);

    /// <inheritdoc/>
    public override void Unpin()
    {
        // Mapped memory never moves.
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // The file unmaps itself when nothing refers to it.
    }
}
