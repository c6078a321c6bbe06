using System.Text;

namespace Tomography.Crystals.Tests;

/// <summary>An array that repeats one element without end, given in small pieces.</summary>
internal sealed class EndlessJson(string element) : Stream
{
    private readonly byte[] _element = Encoding.UTF8.GetBytes($", {element}");

    public long Given { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Given;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        for (var i = 0; i < Math.Min(count, 777); i++, Given++)
            buffer[offset + i] = Given == 0 ? (byte)'[' : _element[(int)((Given + 1) % _element.Length)];
        return Math.Min(count, 777);
    }

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
