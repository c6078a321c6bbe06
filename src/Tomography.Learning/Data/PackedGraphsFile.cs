using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tomography.Learning;

/// <summary>
/// Packed graphs as a file: a magic number with the version, the sizes, the lengths of the arrays, then the arrays in the order of
/// <see cref="PackedGraphs"/>, little-endian, each starting at a multiple of 64 bytes, so that the file can be used where it is mapped.
/// </summary>
public static class PackedGraphsFile
{
    private const ulong Magic = 0x32_4850_4152_474D54; // "TMGRAPH2", little-endian
    private const int Arrays = 10;
    private const int HeaderSize = 8 + 4 + 4 + 8 + 4 * Arrays;
    private const int Alignment = 64;

    /// <summary>Writes packed graphs.</summary>
    public static void Write(Stream stream, PackedGraphs graphs)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(graphs.FeatureLength);
        writer.Write(graphs.Basis.Count);
        writer.Write(graphs.Basis.StepAngstrom);
        foreach (
            var length in (ReadOnlySpan<int>)
                [
                    graphs.NodeStart.Length,
                    graphs.Species.Length,
                    graphs.Multiplicity.Length,
                    graphs.BondStart.Length,
                    graphs.Neighbour.Length,
                    graphs.Distance.Length,
                    graphs.BondCount.Length,
                    graphs.DistanceStart.Length,
                    graphs.DistanceAngstrom.Length,
                    graphs.SpeciesFeatures.Length,
                ])
            writer.Write(length);
        long at = HeaderSize;
        Array(graphs.NodeStart);
        Array(graphs.Species);
        Array(graphs.Multiplicity);
        Array(graphs.BondStart);
        Array(graphs.Neighbour);
        Array(graphs.Distance);
        Array(graphs.BondCount);
        Array(graphs.DistanceStart);
        Array(graphs.DistanceAngstrom);
        Array(graphs.SpeciesFeatures);

        void Array<T>(ReadOnlyMemory<T> values)
            where T : unmanaged
        {
            var padding = (int)(Aligned(at) - at);
            writer.Write(Padding[..padding]);
            var bytes = MemoryMarshal.AsBytes(values.Span);
            writer.Write(bytes);
            at += padding + bytes.Length;
        }
    }

    /// <summary>Maps a file of packed graphs: nothing is copied, and processes that map the same file share its memory.</summary>
    /// <exception cref="InvalidDataException">The file does not hold packed graphs of this version, or ends early.</exception>
    public static PackedGraphs Map(string path)
    {
        var file = new MappedFile(path);
        if (file.Length < HeaderSize) throw new InvalidDataException("The file of packed graphs ends early.");
        var header = file.Bytes(0, HeaderSize);
        if (MemoryMarshal.Read<ulong>(header) != Magic)
            throw new InvalidDataException("The file does not hold packed graphs of this version.");
        var featureLength = MemoryMarshal.Read<int>(header[8..]);
        var basis = new GaussianBasis(MemoryMarshal.Read<int>(header[12..]), MemoryMarshal.Read<double>(header[16..]));
        var lengths = MemoryMarshal.Cast<byte, int>(header[24..]).ToArray();
        long at = HeaderSize;
        var place = 0;
        return new(
            Array<int>(),
            Array<int>(),
            Array<float>(),
            Array<int>(),
            Array<int>(),
            Array<int>(),
            Array<float>(),
            Array<int>(),
            Array<double>(),
            featureLength,
            Array<float>(),
            basis);

        ReadOnlyMemory<T> Array<T>()
            where T : unmanaged
        {
            var length = lengths[place++];
            var offset = Aligned(at);
            at = offset + (long)length * Unsafe.SizeOf<T>();
            if (length < 0 || at > file.Length) throw new InvalidDataException("The file of packed graphs is damaged or ends early.");
            return file.Array<T>(offset, length);
        }
    }

    private static ReadOnlySpan<byte> Padding => new byte[Alignment];

    private static long Aligned(long position) => (position + Alignment - 1) / Alignment * Alignment;
}
