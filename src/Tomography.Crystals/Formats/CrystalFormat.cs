using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>A format of files that hold crystals. Those that are read stand in <see cref="CrystalFormats.All"/>.</summary>
internal abstract class CrystalFormat
{
    /// <summary>Its name in messages.</summary>
    public abstract string Name { get; }

    /// <summary>The usual ends of names of its files, with the dot.</summary>
    public abstract ImmutableArray<string> Extensions { get; }

    /// <summary>True where a file's name (without <c>.gz</c>) is one of the format.</summary>
    public virtual bool IsNameOf(string fileName) =>
        Extensions.Any(e => fileName.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    /// <summary>Why the start of a file is not of the format, as part of a sentence; null where it can be.</summary>
    public abstract string? WhyNot(string start);

    /// <summary>
    /// Reads the crystals one after another, each when it is asked for. What is wrong with one of them is in its problems; the rest
    /// follows it unless it says <see cref="CrystalEntry.EndsFile"/>. Gives at least one entry.
    /// </summary>
    /// <exception cref="InputLimitException">The file holds more of something than the limits allow.</exception>
    public abstract IEnumerable<CrystalEntry> Read(Stream stream, CrystalReading reading);
}
