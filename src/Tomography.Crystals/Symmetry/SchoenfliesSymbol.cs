using System.Globalization;

namespace Tomography.Crystals;

/// <summary>Schoenflies symbols: a crystal class and a running number in it, like <c>Oh^5</c> or <c>D2h.16</c>.</summary>
internal static class SchoenfliesSymbol
{
    // The space groups of a class follow one another, so the first one's number tells the others.
    private static readonly (string Class, int First, int Groups)[] s_classes =
    [
        ("C1", 1, 1), ("Ci", 2, 1), ("S2", 2, 1), ("C2", 3, 3), ("Cs", 6, 4), ("C1h", 6, 4), ("C2h", 10, 6), ("D2", 16, 9), ("V", 16, 9),
        ("C2v", 25, 22), ("D2h", 47, 28), ("Vh", 47, 28), ("C4", 75, 6), ("S4", 81, 2), ("C4h", 83, 6), ("D4", 89, 10), ("C4v", 99, 12),
        ("D2d", 111, 12), ("Vd", 111, 12), ("D4h", 123, 20), ("C3", 143, 4), ("C3i", 147, 2), ("S6", 147, 2), ("D3", 149, 7),
        ("C3v", 156, 6), ("D3d", 162, 6), ("C6", 168, 6), ("C3h", 174, 1), ("C6h", 175, 2), ("D6", 177, 6), ("C6v", 183, 4),
        ("D3h", 187, 4), ("D6h", 191, 4), ("T", 195, 5), ("Th", 200, 7), ("O", 207, 8), ("Td", 215, 6), ("Oh", 221, 10),
    ];

    /// <summary>The number of the space group, or null where the text is no such symbol.</summary>
    public static int? Number(string text)
    {
        var parts = text.Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Split('^', '.');
        if (parts.Length != 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var running)) return null;
        foreach (var (name, first, groups) in s_classes)
            if (name.Equals(parts[0], StringComparison.OrdinalIgnoreCase))
                return running >= 1 && running <= groups ? first + running - 1 : null;
        return null;
    }
}
