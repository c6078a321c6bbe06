using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Store;

/// <summary>What training needs of a dataset besides its graphs: ids, formulas and property values.</summary>
/// <param name="Ids">Per material, its id.</param>
/// <param name="Formulas">Per material, its reduced formula.</param>
/// <param name="Values">Per property, the values over the materials; NaN where a material lacks the property.</param>
public sealed record MaterialTable(
    ImmutableArray<string> Ids, ImmutableArray<string> Formulas, ImmutableDictionary<PropertyName, ImmutableArray<double>> Values)
{
    private const ulong Magic = 0x33_454C_4241_544D54; // "TMTABLE3", little-endian

    /// <summary>Per vector property, row by row its components over the materials.</summary>
    public ImmutableDictionary<PropertyName, ImmutableArray<double>> Components { get; init; } =
        ImmutableDictionary<PropertyName, ImmutableArray<double>>.Empty;

    /// <summary>The column of a property.</summary>
    /// <exception cref="KeyNotFoundException">The table lacks it.</exception>
    public PropertyColumn Column(Property property) =>
        new(property, Values[property.Name]) { Components = Components.GetValueOrDefault(property.Name, []) };

    /// <summary>How many materials it has.</summary>
    public int Count => Formulas.Length;

    /// <summary>The materials that have every property of a set, ascending; all of them for an empty set.</summary>
    /// <exception cref="KeyNotFoundException">The table lacks a property.</exception>
    public ImmutableArray<int> With(PropertySet properties)
    {
        ImmutableArray<double>[] columns = [.. properties.Select(p => Values[p])];
        return [.. Enumerable.Range(0, Count).Where(i => Array.TrueForAll(columns, c => !double.IsNaN(c[i])))];
    }

    /// <summary>The materials that have one of some properties at least, ascending.</summary>
    public ImmutableArray<int> WithAny(PropertySet properties)
    {
        ImmutableArray<double>[] columns = [.. properties.Select(p => Values[p])];
        return [.. Enumerable.Range(0, Count).Where(i => Array.Exists(columns, c => !double.IsNaN(c[i])))];
    }

    /// <summary>The table of some of its materials, in their order.</summary>
    /// <param name="materials">Their places.</param>
    public MaterialTable Of(ImmutableArray<int> materials) =>
        new(
            [.. materials.Select(i => Ids[i])],
            [.. materials.Select(i => Formulas[i])],
            Values.ToImmutableDictionary(v => v.Key, v => materials.Select(i => v.Value[i]).ToImmutableArray()));

    /// <summary>Writes the table.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Count);
        foreach (var id in Ids) writer.Write(id);
        foreach (var formula in Formulas) writer.Write(formula);
        writer.Write(Values.Count);
        foreach (var (name, values) in Values.OrderBy(v => v.Key))
        {
            writer.Write(name.Value);
            writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
            var components = Components.GetValueOrDefault(name, []);
            writer.Write(Count == 0 ? 0 : components.Length / Count);
            writer.Write(MemoryMarshal.AsBytes(components.AsSpan()));
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
            var (ids, formulas) = (Texts(reader, count), Texts(reader, count));
            var components = ImmutableDictionary.CreateBuilder<PropertyName, ImmutableArray<double>>();
            var columns = ImmutableDictionary.CreateBuilder<PropertyName, ImmutableArray<double>>();
            var left = reader.ReadInt32();
            if (left < 0) throw new InvalidDataException("The material table is damaged.");
            for (; left > 0; left--)
            {
                var name = new PropertyName(reader.ReadString());
                columns.Add(name, Numbers(stream, count));
                var width = reader.ReadInt32();
                if (width < 0 || (long)width * count > stream.Length) throw new InvalidDataException("The material table is damaged.");
                if (width > 0) components.Add(name, Numbers(stream, count * width));
            }

            return new(ids, formulas, columns.ToImmutable()) { Components = components.ToImmutable() };
        }
        catch (Exception e) when (e is IOException or ArgumentException or FormatException)
        {
            throw new InvalidDataException("The material table is damaged.", e);
        }
    }

    private static ImmutableArray<double> Numbers(Stream stream, int count)
    {
        var values = new double[count];
        stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    private static ImmutableArray<string> Texts(BinaryReader reader, int count)
    {
        var texts = ImmutableArray.CreateBuilder<string>(count);
        for (var i = 0; i < count; i++) texts.Add(reader.ReadString());
        return texts.MoveToImmutable();
    }
}
