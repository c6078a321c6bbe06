using System.Globalization;
using System.Text.RegularExpressions;

namespace Tomography.Crystals;

/// <summary>A formula as files state it, like <c>C12 H8 N2 O</c> or <c>Fe2.5 O4</c>.</summary>
internal static partial class StatedFormula
{
    private const int LongestText = 1000;

    /// <summary>Atoms of each element by atomic number; null where the text is no plain formula, or names no atom.</summary>
    public static IReadOnlyDictionary<int, double>? Parse(string text)
    {
        text = text.Trim().Trim('\'', '"');
        if (text.Length is 0 or > LongestText || !Form().IsMatch(text)) return null;
        var atoms = new Dictionary<int, double>();
        foreach (Match part in Part().Matches(text))
        {
            // Deuterium and tritium are hydrogen here as among the sites.
            var symbol = part.Groups["symbol"].Value is "D" or "T" ? "H" : part.Groups["symbol"].Value;
            if (ElementTable.BySymbol(symbol) is not { } element) return null;
            var count = part.Groups["count"].Value;
            var written = count.Length == 0 ? "1" : count;
            if (!double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return null;
            atoms[element.AtomicNumber] = atoms.GetValueOrDefault(element.AtomicNumber) + number;
        }

        return atoms.Values.Sum() is > 0 and < 1e9 ? atoms : null;
    }

    [GeneratedRegex(@"^([A-Z][a-z]?\d*(\.\d+)?\s*)+\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();

    [GeneratedRegex(@"(?<symbol>[A-Z][a-z]?)(?<count>\d*(\.\d+)?)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();
}
