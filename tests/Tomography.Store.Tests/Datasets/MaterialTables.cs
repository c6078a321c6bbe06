using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Store.Tests;

/// <summary>Tables of formulas and values survive their file, and a damaged file is refused as such.</summary>
public sealed class MaterialTables
{
    private static readonly MaterialTable s_table = new(
        ["mp-1", "größe \u0001", ""], ["NaCl", "", "Mg2SiO4"],
        ImmutableDictionary<PropertyName, ImmutableArray<double>>.Empty
            .Add(new("volume"), [1, -0.0, double.Epsilon]).Add(new("density"), [1 / 3.0, double.NaN, double.MaxValue]));

    private static byte[] Bytes()
    {
        using var stream = new MemoryStream();
        s_table.Write(stream);
        return stream.ToArray();
    }

    [Fact]
    public void A_table_comes_back_bit_for_bit()
    {
        var read = MaterialTable.Read(new MemoryStream(Bytes()));
        read.Ids.ShouldBe(s_table.Ids);
        read.Formulas.ShouldBe(s_table.Formulas);
        read.Values.Keys.Order().ShouldBe([new("density"), new("volume")]);
        foreach (var (name, values) in s_table.Values)
            read.Values[name].Select(BitConverter.DoubleToInt64Bits).ShouldBe(values.Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void A_cut_table_is_refused()
    {
        var bytes = Bytes();
        for (var length = 0; length < bytes.Length; length++)
            Should.Throw<InvalidDataException>(
                () => MaterialTable.Read(new MemoryStream(bytes[..length])),
                $"cut to {length} of {bytes.Length} bytes");
    }

    [Fact]
    public void Damage_is_refused_or_read_but_nothing_else_is_thrown()
    {
        var bytes = Bytes();
        for (var i = 0; i < bytes.Length; i++)
            foreach (var value in new byte[] { 0, 1, 0x7F, 0x80, 0xFF })
            {
                var damaged = (byte[])bytes.Clone();
                damaged[i] = value;
                try
                {
                    MaterialTable.Read(new MemoryStream(damaged));
                }
                catch (InvalidDataException)
                {
                    // What a damaged table should give.
                }
            }
    }
}
