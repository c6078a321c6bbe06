using System.Globalization;

namespace Tomography.Reports;

/// <summary>Numbers as people read them: a true minus sign, as many digits as they deserve.</summary>
internal static class NumberText
{
    private const char Minus = '\u2212';

    /// <summary>A count with thousands separated by commas.</summary>
    public static string Count(int value) => value.ToString("N0", CultureInfo.InvariantCulture).Replace('-', Minus);

    /// <summary>A share of 0..1 in percent, such as <c>59.08 %</c>.</summary>
    public static string Share(double share) => (100 * share).ToString("F2", CultureInfo.InvariantCulture) + " %";

    /// <summary>
    /// A percentage with its sign and one decimal; none from a thousand on, powers of ten from a million on. Zero has no sign.
    /// </summary>
    public static string Signed(double percent)
    {
        var size = Math.Abs(percent);
        var digits = size switch
        {
            < 999.95 => size.ToString("F1", CultureInfo.InvariantCulture),
            < 999_999.5 => size.ToString("F0", CultureInfo.InvariantCulture),
            _ => size.ToString("0.0e0", CultureInfo.InvariantCulture),
        };
        return digits is "0.0" ? digits : (percent < 0 ? Minus : '+') + digits;
    }

    /// <summary>The same without decimals, for where there is little room.</summary>
    public static string Rounded(double percent)
    {
        var digits = Math.Abs(percent) < 999_999.5
            ? Math.Abs(percent).ToString("F0", CultureInfo.InvariantCulture)
            : Math.Abs(percent).ToString("0e0", CultureInfo.InvariantCulture);
        return digits is "0" ? digits : (percent < 0 ? Minus : '+') + digits;
    }

    /// <summary>What goes up from a change to its upper bound: <c>+2.4</c>, also where it is zero.</summary>
    public static string Up(double distance) => "+" + Signed(distance).TrimStart('+');

    /// <summary>What goes down from a change to its lower bound: a minus sign and <c>2.6</c>, also where it is zero.</summary>
    public static string Down(double distance) => Minus + Signed(distance).TrimStart('+');

    /// <summary>A number with so many decimals and a true minus sign; one that rounds to zero has no sign.</summary>
    public static string Plain(double value, int decimals)
    {
        var text = Fixed(Math.Abs(value), decimals);
        return value < 0 && text.Any(digit => digit is > '0' and <= '9') ? Minus + text : text;
    }

    /// <summary>A text whose negative numbers have a true minus sign; hyphens inside words stay.</summary>
    public static string WithMinus(string text) =>
        string.Concat(
            text.Select(
                (character, place) =>
                    character == '-'
                    && place + 1 < text.Length
                    && char.IsAsciiDigit(text[place + 1])
                    && (place == 0 || !char.IsLetterOrDigit(text[place - 1]))
                        ? Minus
                        : character));

    /// <summary>How many decimals show four significant digits of a number.</summary>
    public static int Decimals(double value) =>
        value == 0 ? 3 : Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 12);

    /// <summary>A number of at least 0 with so many decimals.</summary>
    public static string Fixed(double value, int decimals) =>
        value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
