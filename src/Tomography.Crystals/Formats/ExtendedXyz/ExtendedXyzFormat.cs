using System.Collections.Immutable;
using System.Globalization;

namespace Tomography.Crystals;

/// <summary>Extended XYZ: frames back to back, each a crystal with its lattice and properties.</summary>
internal sealed class ExtendedXyzFormat : CrystalFormat
{
    public override string Name => "extended XYZ";

    public override ImmutableArray<string> Extensions => [".extxyz", ".xyz"];

    public override string? WhyNot(string start)
    {
        var end = start.IndexOf('\n');
        return end > 0 && Count(start[..end]) is not null ? null : "line 1 is no count of atoms";
    }

    public override IEnumerable<CrystalEntry> Read(Stream stream, CrystalReading reading)
    {
        using var lines = new TextLines(stream, reading.Limits);
        var frame = 0;
        while (lines.Next() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            frame++;
            if (Count(line) is { } atoms)
            {
                yield return new XyzFrameReader(lines, frame, reading.Limits).Read(atoms);
                continue;
            }

            yield return CrystalEntry.Unreadable(
                $"{Name}, line {lines.Number}",
                $"'{Excerpt.Of(line, 40)}' stands where a frame starts, which is with its count of atoms.",
                "Check the count of atoms of the frame before; this and what follows is not read.");
            yield break;
        }

        if (frame == 0) yield return CrystalEntry.Unreadable(Name, "The file holds no frame.", "Write it again.");
    }

    private static long? Count(string line) =>
        long.TryParse(line.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
