using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>The formats of files that hold crystals.</summary>
internal static class CrystalFormats
{
    /// <summary>
    /// All of them. Where a file could be of several, the first of those that its name fits is taken, or else the first.
    /// </summary>
    public static ImmutableArray<CrystalFormat> All { get; } =
        [new CifFormat(), new JsonFormat(), new PoscarFormat(), new ExtendedXyzFormat()];

    /// <summary>
    /// The format of a file. What it holds decides before what it is called; where it looks like none, the format of its name is taken,
    /// whose reader tells what is wrong. Null where neither says anything.
    /// </summary>
    public static CrystalFormat? Find(IEnumerable<CrystalFormat> formats, string fileName, string start)
    {
        var named = formats.Where(f => f.IsNameOf(fileName)).ToArray();
        var fitting = formats.Where(f => f.WhyNot(start) is null).ToArray();
        return fitting.Intersect(named).FirstOrDefault() ?? fitting.FirstOrDefault() ?? named.FirstOrDefault();
    }

    /// <summary>What was tried on a file that is of no format, and why it was not that.</summary>
    public static string Tried(IEnumerable<CrystalFormat> formats, string start) =>
        string.Join("; ", formats.Select(f => $"{f.Name} ({f.WhyNot(start)})"));
}
