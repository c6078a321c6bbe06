using System.Globalization;

namespace Tomography.Crystals;

/// <summary>Numbers as CIF writes them: <c>5.64</c>, <c>5.64(2)</c>, <c>-.5</c>, <c>1e-3</c>.</summary>
internal static class CifNumber
{
    private static readonly double[] s_powersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Reads a finite number; a standard uncertainty in brackets is dropped.</summary>
    public static bool TryParse(ReadOnlySpan<char> word, out double value)
    {
        // Up to 15 digits the quotient of two exact doubles is the correctly rounded number.
        long digits = 0;
        int count = 0, decimals = -1, i = word.Length > 0 && (word[0] == '-' || word[0] == '+') ? 1 : 0;
        for (; i < word.Length; i++)
        {
            if (char.IsAsciiDigit(word[i]))
            {
                digits = digits * 10 + word[i] - '0';
                count++;
                if (decimals >= 0) decimals++;
            }
            else if (word[i] == '.' && decimals < 0) decimals = 0;
            else break;
            if (count > 15) return TryParseSlowly(word, out value);
        }

        if (i < word.Length || count == 0) return TryParseSlowly(word, out value);
        value = digits / s_powersOfTen[Math.Max(decimals, 0)];
        if (word[0] == '-') value = -value;
        return true;
    }

    private static bool TryParseSlowly(ReadOnlySpan<char> word, out double value)
    {
        var bracket = word.IndexOf('(');
        if (bracket >= 0)
        {
            var uncertainty = word[(bracket + 1)..];
            if (uncertainty.Length > 0 && uncertainty[^1] == ')') uncertainty = uncertainty[..^1];
            if (uncertainty.ContainsAnyExcept("0123456789.-")) return Fail(out value);
            word = word[..bracket];
        }

        return double.TryParse(
                word,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture,
                out value
            ) && double.IsFinite(value);
    }

    private static bool Fail(out double value)
    {
        value = 0;
        return false;
    }
}
