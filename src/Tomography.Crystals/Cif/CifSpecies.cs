namespace Tomography.Crystals;

/// <summary>What a type symbol or site label names: an element, and a charge where one is written.</summary>
/// <param name="Element">The element.</param>
/// <param name="OxidationState">The charge, where one is written.</param>
/// <param name="IsAmbiguous">Whether another element may be meant.</param>
/// <param name="IsWater">Whether it is the oxygen of a molecule of water, whose hydrogen is not written.</param>
internal readonly record struct CifSpecies(Element Element, double? OxidationState, bool IsAmbiguous, bool IsWater = false)
{
    private const int Oxygen = 8;

    private static readonly string[] s_beyondTheTable =
        ["Rf", "Db", "Sg", "Bh", "Hs", "Mt", "Ds", "Rg", "Cn", "Nh", "Fl", "Mc", "Lv", "Ts", "Og"];

    /// <summary>
    /// Reads <c>Fe</c>, <c>Fe1</c>, <c>CL2</c>, <c>O1A</c>, <c>Fe3+</c>, <c>Fe+3</c>, <c>D</c>. Capitals like <c>CA</c> may mean calcium or
    /// a carbon called A: <paramref name="formula"/> (the elements of the stated formula, or null) decides; without it calcium, marked
    /// ambiguous.
    /// </summary>
    public static CifSpecies? TryParse(ReadOnlySpan<char> text, IReadOnlySet<string>? formula)
    {
        text = text.Trim();
        var letters = Letters(text);
        if (letters == 0 || NamesGroup(text[..letters])) return null;
        // As mineralogists write it.
        if (text.StartsWith("wat", StringComparison.OrdinalIgnoreCase)) return new(ElementTable.ByNumber(Oxygen)!, null, false, true);
        var first = char.ToUpperInvariant(text[0]);
        var one = first is 'D' or 'T' ? ElementTable.ByNumber(1) : ElementTable.BySymbol([first]);
        var two = letters > 1 ? ElementTable.BySymbol([first, char.ToLowerInvariant(text[1])]) : null;
        var isAmbiguous = false;
        Element? element;
        if (one is null || two is null) element = two ?? one;
        else if (char.IsAsciiLetterLower(text[1]) && char.IsAsciiLetterUpper(text[0])) element = two;
        else
        {
            bool hasOne = formula?.Contains(one.Symbol) ?? false, hasTwo = formula?.Contains(two.Symbol) ?? false;
            element = hasOne && !hasTwo ? one : two;
            isAmbiguous = hasOne == hasTwo;
        }

        return element is null ? null : new(element, Charge(text[letters..]), isAmbiguous);
    }

    /// <summary>
    /// Whether a text is a type symbol: its letters, all of them, are the symbol of an element in any case, or D or T. Digits and a charge
    /// may follow; another element, as in <c>Fe3+Ni2+</c>, may not.
    /// </summary>
    public static bool IsTypeSymbol(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var letters = Letters(text);
        Span<char> symbol = stackalloc char[2];
        if (letters is 0 or > 2) return false;
        symbol[0] = char.ToUpperInvariant(text[0]);
        if (letters == 2) symbol[1] = char.ToLowerInvariant(text[1]);
        if (ElementTable.BySymbol(symbol[..letters]) is null && !(letters == 1 && symbol[0] is 'D' or 'T')) return false;
        var rest = text[letters..];
        return rest.IndexOfAny('+', '-') is var sign && (sign < 0 || Letters(rest[(sign + 1)..].TrimStart("0123456789.")) == 0);
    }

    /// <summary>The atomic number of an element that the table does not reach, or null.</summary>
    public static int? BeyondTheTable(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var place = Array.IndexOf(s_beyondTheTable, text[..Letters(text)].ToString());
        return place < 0 ? null : ElementTable.All[^1].AtomicNumber + 1 + place;
    }

    private static int Letters(ReadOnlySpan<char> text)
    {
        var letters = 0;
        while (letters < text.Length && char.IsAsciiLetter(text[letters])) letters++;
        return letters;
    }

    // Labels like OH2 and NH3 stand for several atoms, whose places the file does not give.
    private static bool NamesGroup(ReadOnlySpan<char> letters) =>
        letters.Equals("OH", StringComparison.Ordinal) || letters.Equals("NH", StringComparison.Ordinal)
        || letters.Equals("Vac", StringComparison.OrdinalIgnoreCase);

    // 3+ or +3 or + directly after the symbol; digits without a sign are a running number.
    private static double? Charge(ReadOnlySpan<char> rest)
    {
        var sign = rest.IndexOfAny('+', '-');
        if (sign < 0) return null;
        var digits = sign == 0 ? rest[1..] : rest[..sign];
        if (sign > 0 && sign != rest.Length - 1) return null;
        if (digits.Length == 0) return rest[sign] == '+' ? 1 : -1;
        return CifNumber.TryParse(digits, out var value) && value <= 9 ? rest[sign] == '+' ? value : -value : null;
    }
}
