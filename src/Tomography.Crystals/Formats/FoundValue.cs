using System.Globalization;

namespace Tomography.Crystals;

/// <summary>Values that files state beside crystals.</summary>
internal static class FoundValue
{
    private const int LongestText = 200;

    private static readonly string[] s_notFinite = ["nan", "inf", "+inf", "-inf"];

    /// <summary>
    /// A value as tables take it: a number in invariant spelling, or a short text. Null where it is missing
    /// (<c>na</c> and empty are ways to write that), not finite, or too long to be a value.
    /// </summary>
    public static string? Spelled(string text)
    {
        text = text.Trim();
        if (text.Length is 0 or > LongestText || text.Equals("na", StringComparison.OrdinalIgnoreCase)) return null;
        if (NumberText.TryParse(text, out var number))
            return text.AsSpan().IndexOfAny('d', 'D') >= 0 ? number.ToString("R", CultureInfo.InvariantCulture) : text;
        // What else reads as a number is none: NaN, Infinity, 1e999.
        return s_notFinite.Contains(text, StringComparer.OrdinalIgnoreCase)
            || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? null : text;
    }
}
