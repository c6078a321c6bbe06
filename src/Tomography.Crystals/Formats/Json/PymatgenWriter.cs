using System.Text.Json;

namespace Tomography.Crystals;

/// <summary>Writes ordered crystals as the dictionaries that pymatgen reads: <c>Structure.from_dict</c>.</summary>
public static class PymatgenWriter
{
    /// <summary>Writes the dictionary of a crystal; numbers read back to the same bits.</summary>
    /// <exception cref="DisorderedCrystalException">A site is shared or partly empty.</exception>
    public static void Write(Utf8JsonWriter writer, Crystal crystal)
    {
        GraphChecks.Ordered(crystal);
        writer.WriteStartObject();
        writer.WriteString("@module", "pymatgen.core.structure");
        writer.WriteString("@class", "Structure");
        writer.WriteStartObject("lattice");
        writer.WriteStartArray("matrix");
        Write(writer, crystal.Lattice.A);
        Write(writer, crystal.Lattice.B);
        Write(writer, crystal.Lattice.C);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteStartArray("sites");
        foreach (var site in crystal.Sites)
        {
            var symbol = ElementTable.SymbolOf(site.Occupants[0].AtomicNumber);
            writer.WriteStartObject();
            writer.WriteStartArray("species");
            writer.WriteStartObject();
            writer.WriteString("element", symbol);
            writer.WriteNumber("occu", site.Occupants[0].Occupancy);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WritePropertyName("abc");
            Write(writer, site.Fractional);
            writer.WritePropertyName("xyz");
            Write(writer, crystal.Lattice.ToCartesian(site.Fractional));
            writer.WriteString("label", symbol);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Vector3 vector)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(vector.X);
        writer.WriteNumberValue(vector.Y);
        writer.WriteNumberValue(vector.Z);
        writer.WriteEndArray();
    }
}
