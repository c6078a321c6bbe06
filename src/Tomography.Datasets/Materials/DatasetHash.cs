using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>SHA-256 of what datasets hold, in lower case hex: equal exactly where the content is, on every machine.</summary>
public static class DatasetHash
{
    /// <summary>
    /// Of the crystals in their order: ids, lattices, sites and occupants, numbers as little-endian bytes. Properties do not enter.
    /// </summary>
    public static string OfCrystals(Dataset dataset) => Of(hash =>
    {
        Add(hash, dataset.Materials.Length);
        foreach (var material in dataset.Materials)
        {
            Add(hash, material.Id);
            Add(hash, material.Crystal.Lattice.A);
            Add(hash, material.Crystal.Lattice.B);
            Add(hash, material.Crystal.Lattice.C);
            Add(hash, material.Crystal.Sites.Length);
            foreach (var site in material.Crystal.Sites)
            {
                Add(hash, site.Fractional);
                Add(hash, site.Occupants.Length);
                foreach (var occupant in site.Occupants)
                {
                    Add(hash, occupant.AtomicNumber);
                    Add(hash, occupant.Occupancy);
                }
            }
        }
    });

    /// <summary>Of a column: the property's name, kind and classes, and the values in order; ids do not enter.</summary>
    public static string OfColumn(PropertyColumn column) => Of(hash =>
    {
        Add(hash, column.Property.Name.Value);
        Add(hash, (int)column.Property.Kind);
        Add(hash, column.Property.Classes.Length);
        foreach (var name in column.Property.Classes) Add(hash, name);
        Add(hash, column.Values.Length);
        foreach (var value in column.Values) Add(hash, value);
        foreach (var value in column.Components) Add(hash, value);
    });

    /// <summary>Of which materials lack a property; empty where none does. Two properties with the same gaps have the same hash.</summary>
    public static string OfGaps(PropertyColumn column) => column.Missing == 0 ? "" : Of(hash =>
    {
        Add(hash, column.Values.Length);
        for (var i = 0; i < column.Values.Length; i++)
            if (!column.Has(i))
                Add(hash, i);
    });

    /// <summary>Of the element features, by ascending atomic number.</summary>
    public static string OfElementFeatures(ElementFeatureTable table) => Of(hash =>
    {
        Add(hash, table.Length);
        foreach (var (number, row) in table.Rows.OrderBy(static r => r.Key))
        {
            Add(hash, number);
            foreach (var value in row) Add(hash, value);
        }
    });

    private static string Of(Action<IncrementalHash> add)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        add(hash);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, Vector3 v)
    {
        Span<byte> bytes = stackalloc byte[24];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, v.X);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[8..], v.Y);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[16..], v.Z);
        hash.AppendData(bytes);
    }

    private static void Add(IncrementalHash hash, double value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        hash.AppendData(bytes);
    }

    private static void Add(IncrementalHash hash, int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        hash.AppendData(bytes);
    }

    // The length goes first, so that no two lists of texts give the same bytes.
    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Add(hash, bytes.Length);
        hash.AppendData(bytes);
    }
}
