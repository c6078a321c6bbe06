using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>The elements of a POSCAR: from their own line, or, in files of VASP 4, from the comment.</summary>
internal static class PoscarElements
{
    /// <summary>An element as VASP names it: <c>Fe</c>, or with a potential or hash, <c>Fe_pv</c>, <c>Fe/ab12</c>.</summary>
    public static Occupant? TryParse(ReadOnlySpan<char> word)
    {
        var suffix = word.IndexOfAny('_', '/');
        return SpeciesName.TryParse(suffix < 0 ? word : word[..suffix]);
    }

    /// <summary>The elements of a line that names nothing else; null, with an error, where a word names none.</summary>
    public static List<Occupant>? Read(int position, ReadOnlySpan<char> line, IAssemblyProblems problems)
    {
        var elements = new List<Occupant>();
        while (Words.Take(ref line) is { IsEmpty: false } word && word[0] is not ('!' or '#'))
        {
            if (TryParse(word) is not { } element)
            {
                SpeciesName.Refuse(problems, position, word);
                return null;
            }

            elements.Add(element);
        }

        return elements;
    }

    /// <summary>
    /// The elements that a comment states for these counts: one word each, as VASP 4 has it, or a formula of the same elements and
    /// amounts. Null where it does neither.
    /// </summary>
    public static List<Occupant>? FromComment(ReadOnlySpan<char> comment, List<int> counts)
    {
        var elements = new List<Occupant>();
        for (var rest = comment; Words.Take(ref rest) is { IsEmpty: false } word && TryParse(word) is { } element;) elements.Add(element);
        if (elements.Count == counts.Count) return elements;
        var formula = Formula(comment);
        if (formula.Length != counts.Count) return null;
        for (var i = 0; i < counts.Count; i++)
            if ((long)formula[i].Amount * counts[0] != (long)formula[0].Amount * counts[i])
                return null;
        return [.. formula.Select(f => f.Element)];
    }

    // The formula that a text starts with, in one word or in several, like Na4 Cl4.
    private static ImmutableArray<(Occupant Element, int Amount)> Formula(ReadOnlySpan<char> text)
    {
        var formula = ImmutableArray.CreateBuilder<(Occupant, int)>();
        while (Words.Take(ref text) is { IsEmpty: false } word && FormulaWord(word) is { } parts) formula.AddRange(parts);
        return formula.ToImmutable();
    }

    private static ImmutableArray<(Occupant Element, int Amount)>? FormulaWord(ReadOnlySpan<char> word)
    {
        var parts = ImmutableArray.CreateBuilder<(Occupant, int)>();
        while (!word.IsEmpty)
        {
            var letters = word.Length > 1 && char.IsAsciiLetterLower(word[1]) ? 2 : 1;
            var digits = letters;
            while (digits < word.Length && char.IsAsciiDigit(word[digits])) digits++;
            var amount = 1;
            if (SpeciesName.TryParse(word[..letters]) is not { } element) return null;
            if (digits > letters && !int.TryParse(word[letters..digits], out amount)) return null;
            parts.Add((element, amount));
            word = word[digits..];
        }

        return parts.ToImmutable();
    }
}
