using System.Globalization;

namespace Tomography.Crystals;

/// <summary>Formulas as people write them: <c>NaCl</c>, <c>Ca(OH)2</c>, <c>K3[Fe(CN)6]</c>, <c>Fe0.62C0.01Mn0.37</c>.</summary>
internal static class FormulaText
{
    private const int LongestText = 1000, Deepest = 8;

    /// <summary>
    /// Amounts of the elements by atomic number, all above 0; null where the text is no formula. Deuterium and tritium are hydrogen.
    /// </summary>
    public static SortedDictionary<int, double>? Parse(string text)
    {
        text = text.Trim();
        if (text.Length is 0 or > LongestText) return null;
        var at = 0;
        var atoms = Group(text, ref at, 0);
        return atoms is { Count: > 0 } && at == text.Length && atoms.Values.All(n => n is > 0 and < 1e9) ? atoms : null;
    }

    private static SortedDictionary<int, double>? Group(string text, ref int at, int depth)
    {
        var atoms = new SortedDictionary<int, double>();
        while (at < text.Length)
        {
            var c = text[at];
            if (c is ')' or ']' or '}') return depth > 0 ? atoms : null;
            if (char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }

            SortedDictionary<int, double>? part;
            if (c is '(' or '[' or '{')
            {
                if (depth == Deepest) return null;
                at++;
                part = Group(text, ref at, depth + 1);
                if (part is null or { Count: 0 } || at == text.Length || !Closes(c, text[at])) return null;
                at++;
            }
            else if (Symbol(text, ref at) is { } number) part = new() { [number] = 1 };
            else return null;
            if (Amount(text, ref at) is not { } amount) return null;
            foreach (var (number, count) in part) atoms[number] = atoms.GetValueOrDefault(number) + count * amount;
        }

        return depth == 0 ? atoms : null;
    }

    private static bool Closes(char open, char close) => (open, close) is ('(', ')') or ('[', ']') or ('{', '}');

    // The longer symbol first: Co is cobalt, not carbon and something.
    private static int? Symbol(string text, ref int at)
    {
        for (var length = Math.Min(2, text.Length - at); length > 0; length--)
        {
            var symbol = text.AsSpan(at, length);
            if (!char.IsAsciiLetterUpper(symbol[0]) || length == 2 && !char.IsAsciiLetterLower(symbol[1])) continue;
            if ((symbol is "D" or "T" ? ElementTable.ByNumber(1) : ElementTable.BySymbol(symbol)) is not { } element) continue;
            at += length;
            return element.AtomicNumber;
        }

        return null;
    }

    private static double? Amount(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.')) at++;
        if (at == start) return 1;
        return double.TryParse(text.AsSpan(start, at - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : null;
    }
}
