using System.IO.MemoryMappedFiles;

namespace Tomography.Learning;

/// <summary>
/// A file mapped into memory for reading: processes that map the same file share its pages. It stays mapped while anything refers to its
/// arrays.
/// </summary>
internal sealed unsafe class MappedFile
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;

    /// <summary>Maps a file.</summary>
    /// <exception cref="InvalidDataException">The file is empty, which cannot be mapped.</exception>
    public MappedFile(string path)
    {
        Length = new FileInfo(path).Length;
        if (Length == 0) throw new InvalidDataException($"'{path}' is empty.");
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _start = start + _view.PointerOffset;
    }

    // A finalizer is the only owner there can be: arrays of the file are handed out, and the last of them ends the mapping.
#pragma warning disable MA0055
    /// <summary>Unmaps the file once nothing refers to it any more.</summary>
    ~MappedFile()
#pragma warning restore MA0055
    {
        if (_view is null) return;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    /// <summary>Bytes of the file.</summary>
    public long Length { get; }

    /// <summary>An array within the file.</summary>
    /// <param name="offset">Its first byte, a multiple of its element's size.</param>
    /// <param name="length">Its elements; it lies within the file.</param>
    public ReadOnlyMemory<T> Array<T>(long offset, int length)
        where T : unmanaged => length == 0 ? ReadOnlyMemory<T>.Empty : new MappedArray<T>(this, (T*)(_start + offset), length).Memory;

    /// <summary>A few bytes of the file.</summary>
    public ReadOnlySpan<byte> Bytes(long offset, int length) => new(_start + offset, length);
}
