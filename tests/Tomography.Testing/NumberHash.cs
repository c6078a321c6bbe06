using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Tomography.Testing;

/// <summary>
/// SHA-256 over numbers as little-endian bytes. The length of each list goes before it, so that no two sequences of lists give the same
/// bytes.
/// </summary>
public sealed class NumberHash
{
    private readonly MemoryStream _bytes = new();

    /// <summary>Adds a list of float32 numbers.</summary>
    public NumberHash Add(IReadOnlyCollection<float> values)
    {
        Start(values.Count);
        foreach (var value in values) Add(BitConverter.SingleToInt32Bits(value));
        return this;
    }

    /// <summary>Adds a list of float64 numbers.</summary>
    public NumberHash Add(IReadOnlyCollection<double> values)
    {
        Start(values.Count);
        foreach (var value in values) Add(BitConverter.DoubleToInt64Bits(value));
        return this;
    }

    /// <summary>Adds a list of whole numbers.</summary>
    public NumberHash Add(IReadOnlyCollection<int> values)
    {
        Start(values.Count);
        foreach (var value in values) Add(value);
        return this;
    }

    /// <summary>Adds a list of texts.</summary>
    public NumberHash Add(IReadOnlyCollection<string> texts)
    {
        Start(texts.Count);
        foreach (var bytes in texts.Select(Encoding.UTF8.GetBytes))
        {
            Start(bytes.Length);
            _bytes.Write(bytes);
        }

        return this;
    }

    /// <summary>The hash of all that was added, in lower case hex.</summary>
    public override string ToString() => Convert.ToHexStringLower(SHA256.HashData(_bytes.ToArray()));

    private void Start(int length) => Add((long)length);

    private void Add(int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        _bytes.Write(bytes);
    }

    private void Add(long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        _bytes.Write(bytes);
    }
}
