using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Tomography.Crystals;

namespace Tomography.Workflows;

/// <summary>What training needs of a dataset besides its graphs: formulas and property values.</summary>
/// <param name="Formulas">Per material, its reduced formula.</param>
/// <param name="Values">Per property, the values over the materials.</param>
public sealed record MaterialTable(ImmutableArray<string> Formulas, ImmutableDictionary<PropertyName, ImmutableArray<double>> Values)
{
    private const ulong Magic = 0x31_454C_4241_544D54; // "TMTABLE1", little-endian

    /// <summary>Writes the table.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Formulas.Length);
        foreach (var formula in Formulas) writer.Write(formula);
        writer.Write(Values.Count);
        foreach (var (name, values) in Values.OrderBy(v => v.Key))
        {
            writer.Write(name.Value);
            writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
        }
    }

    /// <summary>Reads a table.</summary>
    /// <exception cref="InvalidDataException">The stream does not hold a table, or ends early.</exception>
    public static MaterialTable Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        try
        {
            if (reader.ReadUInt64() != Magic) throw new InvalidDataException("The file does not hold a material table of this version.");
            var count = reader.ReadInt32();
            if (count < 0 || count > stream.Length) throw new InvalidDataException("The material table is damaged.");
            var formulas = ImmutableArray.CreateBuilder<string>(count);
            for (var i = 0; i < count; i++) formulas.Add(reader.ReadString());
            var columns = ImmutableDictionary.CreateBuilder<PropertyName, ImmutableArray<double>>();
            var left = reader.ReadInt32();
            if (left < 0) throw new InvalidDataException("The material table is damaged.");
            for (; left > 0; left--)
            {
                var name = new PropertyName(reader.ReadString());
                var values = new double[count];
                stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
                columns.Add(name, ImmutableCollectionsMarshal.AsImmutableArray(values));
            }

            return new(formulas.MoveToImmutable(), columns.ToImmutable());
        }
        catch (Exception e) when (e is IOException or ArgumentException or FormatException)
        {
            throw new InvalidDataException("The material table is damaged.", e);
        }
    }
}
