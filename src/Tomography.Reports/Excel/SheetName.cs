using System.Globalization;

namespace Tomography.Reports;

/// <summary>Names of sheets as Excel takes them.</summary>
internal static class SheetName
{
    private const int MostCharacters = 31;

    /// <summary>The name itself where Excel takes it; else one like it: forbidden characters are hyphens, a long name is cut, and a name
    /// that is taken gets a number.</summary>
    /// <param name="wanted">The name that is wanted.</param>
    /// <param name="taken">The names of the sheets that are there; letters count the same in either case.</param>
    public static string Of(string wanted, IEnumerable<string> taken)
    {
        var others = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var allowed = string.Concat(wanted.Select(character => IsForbidden(character) ? '-' : character)).Trim('\'', ' ');
        if (allowed.Length == 0) allowed = "Sheet";
        var name = Cut(allowed, "");
        for (var number = 2; others.Contains(name); number++)
            name = Cut(allowed, string.Create(CultureInfo.InvariantCulture, $" ({number})"));
        return name;
    }

    private static bool IsForbidden(char character) => "[]:*?/\\".Contains(character) || char.IsControl(character);

    private static string Cut(string name, string ending) =>
        name[..Math.Min(name.Length, MostCharacters - ending.Length)].TrimEnd() + ending;
}
