using System.Globalization;

namespace Tomography.Crystals;

/// <summary>Numbers as programs write them, Fortran's exponents (<c>0.5d0</c>) among them.</summary>
internal static class NumberText
{
    private const int LongestNumber = 400;

    /// <summary>Reads a finite number; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> word, out double value)
    {
        value = 0;
        if (word.IsEmpty || word.Length > LongestNumber) return false;
        var exponent = word.IndexOfAny('d', 'D');
        if (exponent < 0) return IsFinite(word, out value);
        Span<char> copy = stackalloc char[word.Length];
        word.CopyTo(copy);
        copy[exponent] = 'e';
        return IsFinite(copy, out value);
    }

    private static bool IsFinite(ReadOnlySpan<char> word, out double value) =>
        double.TryParse(
            word,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out value)
        && double.IsFinite(value);
}
