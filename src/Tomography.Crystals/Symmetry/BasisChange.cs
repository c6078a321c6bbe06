namespace Tomography.Crystals;

/// <summary>
/// Reads what stands in brackets at the end of a Hall symbol: <c>0 0 1</c>, a shift in twelfths, or <c>x-y,x+y,z</c>, new coordinates from
/// old ones.
/// </summary>
internal static class BasisChange
{
    // Enough for any cell that people use; larger numbers could overflow.
    private const int MostDigits = 2;

    public static ExactOperation? TryParse(string text)
    {
        if (!text.Contains(',', StringComparison.Ordinal)) return Shift(text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var parts = text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant().Split(',');
        if (parts.Length != 3 || Row(parts[0]) is not { } x || Row(parts[1]) is not { } y || Row(parts[2]) is not { } z) return null;
        var matrix = new ExactMatrix(x.Row, y.Row, z.Row);
        return matrix.Determinant.Numerator == 0 ? null : new(matrix, new(x.Shift, y.Shift, z.Shift));
    }

    private static ExactOperation? Shift(string[] words) =>
        words.Length == 3 && Twelfths(words[0]) is { } x && Twelfths(words[1]) is { } y && Twelfths(words[2]) is { } z
            ? ExactOperation.Shift(new(x, y, z))
            : null;

    private static Fraction? Twelfths(string word)
    {
        var at = word[0] is '-' or '+' ? 1 : 0;
        return Whole(word, ref at) is { } n && at == word.Length ? new(word[0] == '-' ? -n : n, 12) : null;
    }

    // A sum of terms like x, -1/2y, 2*z or 1/4.
    private static (ExactVector Row, Fraction Shift)? Row(string text)
    {
        ExactVector row = default;
        Fraction shift = 0;
        var at = 0;
        while (at < text.Length)
        {
            Fraction factor = text[at] == '-' ? -1 : 1;
            if (text[at] is '-' or '+') at++;
            else if (at > 0) return null;
            var start = at;
            if (Whole(text, ref at) is { } n) factor *= n;
            if (!Divide(text, ref at, ref factor)) return null;
            if (at > start && at < text.Length && text[at] == '*') at++;
            if (at < text.Length && text[at] is 'x' or 'y' or 'z')
            {
                var letter = text[at++];
                if (!Divide(text, ref at, ref factor)) return null;
                row += new ExactVector(letter == 'x' ? factor : 0, letter == 'y' ? factor : 0, letter == 'z' ? factor : 0);
            }
            else if (at > start && text[at - 1] != '*') shift += factor;
            else return null;
        }

        return text.Length > 0 ? (row, shift) : null;
    }

    private static bool Divide(string text, ref int at, ref Fraction factor)
    {
        if (at >= text.Length || text[at] != '/') return true;
        at++;
        if (Whole(text, ref at) is not ({ } divisor and > 0)) return false;
        factor /= divisor;
        return true;
    }

    private static long? Whole(string text, ref int at)
    {
        var start = at;
        long value = 0;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
            if (at - start < MostDigits) value = 10 * value + text[at] - '0';
            else return null;
        return at > start ? value : null;
    }
}
