using System.Buffers.Binary;
using System.IO.Compression;

namespace Tomography.Crystals;

/// <summary>
/// Decompresses a gzip file and makes sure that it was whole. The runtime's stream takes the end of a cut file for the end of the data;
/// here the length that the file states at its end is compared with what came out. Files of several members (as pigz and bgzip write) state
/// only the length of their last member, and are not checked.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="limits">How much may come out of it.</param>
internal sealed class WholeGzipStream(FileStream file, InputLimits limits) : Stream
{
    private const long RatioFromBytes = 64 << 20;
    private const uint MemberHeader = 0x1F8B08;
    private readonly GZipStream _gzip = new(file, CompressionMode.Decompress);
    private long _length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException("The length is known only at the end.");

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException("The stream cannot seek.");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="InvalidDataException">The file is damaged or ends early.</exception>
    /// <exception cref="InputLimitException">More comes out than the limits allow.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = _gzip.Read(buffer);
        _length += read;
        if (_length > limits.MostUnpackedBytes)
            throw new InputLimitException(
                $"The file unpacks to more than {limits.MostUnpackedBytes} bytes; "
                    + $"{limits.HowToRaise(nameof(InputLimits.MostUnpackedBytes))}.");
        if (_length > RatioFromBytes && _length / limits.MostUnpackingRatio > file.Position)
            throw new InputLimitException(
                $"The file unpacks to more than {limits.MostUnpackingRatio} times its own length, as no table of crystals does; "
                    + $"{limits.HowToRaise(nameof(InputLimits.MostUnpackingRatio))}.");
        if (read == 0 && buffer.Length > 0)
            CheckEnd();
        return read;
    }

    public override void Flush()
    {
        // Nothing is buffered for writing.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("The stream cannot seek.");

    public override void SetLength(long value) => throw new NotSupportedException("The stream cannot be written.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The stream cannot be written.");

    protected override void Dispose(bool disposing)
    {
        if (disposing) _gzip.Dispose();
        base.Dispose(disposing);
    }

    private void CheckEnd()
    {
        if (file.Length < 18) throw new InvalidDataException("The compressed file ends early.");
        var stated = new byte[4];
        file.Position = file.Length - 4;
        file.ReadExactly(stated);
        if (BinaryPrimitives.ReadUInt32LittleEndian(stated) == unchecked((uint)_length) || HasSeveralMembers())
            return;
        throw new InvalidDataException(
            "The compressed file ends early or is damaged: its length is not the one that it states. Download or copy it again.");
    }

    private bool HasSeveralMembers()
    {
        var buffer = new byte[1 << 16];
        uint last = 0xFFFFFFFF;
        long seen = 0;
        file.Position = 0;
        for (int read; (read = file.Read(buffer)) > 0;)
            for (var i = 0; i < read; i++, seen++)
            {
                // The four bytes before this one: a header's magic, its method and its flags (none, extra field or name).
                if (seen > 10 && last >> 8 == MemberHeader && (last & 0xFF) is 0 or 4 or 8) return true;
                last = (last << 8) | buffer[i];
            }

        return false;
    }
}
