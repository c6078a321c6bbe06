using System.Globalization;

namespace Tomography.Crystals;

/// <summary>Where the columns of a frame's rows stand.</summary>
/// <param name="Species">The column of symbols, or of atomic numbers.</param>
/// <param name="IsNumber">True where <paramref name="Species"/> holds atomic numbers.</param>
/// <param name="Place">The first of the three columns of Cartesian coordinates.</param>
/// <param name="Count">How many columns a row has.</param>
internal sealed record XyzColumns(int Species, bool IsNumber, int Place, int Count)
{
    private const int MostColumns = 10_000;

    /// <summary>Of a frame that does not say.</summary>
    public static XyzColumns Usual { get; } = new(0, false, 1, 4);

    /// <summary>Reads <c>species:S:1:pos:R:3:forces:R:3</c>; null where it is not of this form, or lacks atoms or places.</summary>
    public static XyzColumns? TryParse(string properties)
    {
        if (properties.Length > 20 * MostColumns) return null;
        var parts = properties.Split(':');
        if (parts.Length % 3 != 0) return null;
        int? symbols = null, numbers = null, place = null;
        var at = 0;
        for (var i = 0; i < parts.Length; i += 3)
        {
            if (!int.TryParse(parts[i + 2], NumberStyles.None, CultureInfo.InvariantCulture, out var width)) return null;
            if (width < 1 || (at + width) > MostColumns) return null;
            if (Is(parts[i], "species") && width == 1) symbols ??= at;
            if (Is(parts[i], "Z") && width == 1) numbers ??= at;
            if (Is(parts[i], "pos") && width == 3) place ??= at;
            at += width;
        }

        return (symbols ?? numbers) is { } species && place is { } first ? new(species, symbols is null, first, at) : null;
    }

    private static bool Is(string name, string wanted) => name.Equals(wanted, StringComparison.OrdinalIgnoreCase);
}
