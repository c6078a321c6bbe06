using System.Runtime.InteropServices;

namespace Tomography.Learning;

/// <summary>
/// Packed graphs as a file: a magic number, a version, then each array with its length, little-endian, in the order of
/// <see cref="PackedGraphs"/>.
/// </summary>
public static class PackedGraphsFile
{
    private const ulong Magic = 0x31_4850_4152_474D54; // "TMGRAPH1", little-endian

    /// <summary>Writes packed graphs.</summary>
    public static void Write(Stream stream, PackedGraphs graphs)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(graphs.FeatureLength);
        writer.Write(graphs.Basis.Count);
        writer.Write(graphs.Basis.StepAngstrom);
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

        void Array<T>(T[] values)
            where T : unmanaged
        {
            writer.Write(values.Length);
            writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
        }
    }

    /// <summary>Reads packed graphs.</summary>
    /// <exception cref="InvalidDataException">The stream does not hold packed graphs, or ends early.</exception>
    public static PackedGraphs Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        try
        {
            if (reader.ReadUInt64() != Magic) throw new InvalidDataException("The file does not hold packed graphs of this version.");
            var featureLength = reader.ReadInt32();
            var basis = new GaussianBasis(reader.ReadInt32(), reader.ReadDouble());
            return new(
                Array<int>(), Array<int>(), Array<float>(), Array<int>(), Array<int>(), Array<int>(), Array<float>(), Array<int>(), Array<double>(),
                featureLength, Array<float>(), basis);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("The file of packed graphs ends early.", e);
        }

        T[] Array<T>()
            where T : unmanaged
        {
            var length = reader.ReadInt32();
            // A damaged length must not ask for more memory than the file could fill.
            if (length < 0 || length > (stream.Length - stream.Position) / Marshal.SizeOf<T>()) throw new InvalidDataException("The file of packed graphs is damaged.");
            var values = new T[length];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
            return values;
        }
    }
}
