namespace Tomography.Crystals;

/// <summary>
/// Names of atoms as programs write them: <c>Fe</c>, <c>Fe3+</c>, <c>O2-,spin=1</c>, <c>D</c>. Unlike labels of CIF, exactly so.
/// </summary>
internal static class SpeciesName
{
    private static readonly string[] s_placeholders = ["X", "Xx", "Vac", "vacancy", "Va", "Q", "M"];

    /// <summary>The atom, or null where the name is none. Deuterium and tritium are hydrogen.</summary>
    public static Occupant? TryParse(ReadOnlySpan<char> name)
    {
        name = name.Trim();
        var letters = 0;
        while (letters < name.Length && char.IsAsciiLetter(name[letters])) letters++;
        var symbol = name[..letters];
        var element = symbol is "D" or "T" ? ElementTable.ByNumber(1) : ElementTable.BySymbol(symbol);
        if (element is null) return null;
        var rest = name[letters..];
        var comma = rest.IndexOf(',');
        if (comma >= 0) rest = rest[..comma];
        if (rest.IsEmpty) return new(element.AtomicNumber);
        return Charge(rest) is { } charge ? new(element.AtomicNumber, 1, charge) : null;
    }

    /// <summary>Whether a name stands for a vacancy or a dummy atom.</summary>
    public static bool IsPlaceholder(string name) => s_placeholders.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Tells that a name is no element's.</summary>
    public static void Refuse(IAssemblyProblems problems, int position, ReadOnlySpan<char> name)
    {
        var word = Excerpt.Of(name, 30);
        if (IsPlaceholder(word))
            problems.Error(
                position, $"'{word}' stands for no element.", "Leave out vacancies and dummy atoms.", CrystalProblemKind.UnknownElement);
        else
            problems.Error(
                position,
                $"'{word}' names no element that is known.",
                "Write symbols as in Fe or O; the nearest is "
                    + $"{Suggestion.Nearest(word, ElementTable.All.Select(e => e.Symbol)) ?? "none"}.",
                CrystalProblemKind.UnknownElement);
    }

    // 3+, +3, + and -, with decimals for mean charges.
    private static double? Charge(ReadOnlySpan<char> rest)
    {
        var isNegative = rest[0] == '-' || rest[^1] == '-';
        if (!isNegative && rest[0] != '+' && rest[^1] != '+') return null;
        var digits = rest[0] is '+' or '-' ? rest[1..] : rest[..^1];
        if (digits.IsEmpty) return isNegative ? -1 : 1;
        return NumberText.TryParse(digits, out var charge) && charge is >= 0 and <= 9 ? isNegative ? -charge : charge : null;
    }
}
