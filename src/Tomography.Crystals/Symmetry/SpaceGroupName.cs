namespace Tomography.Crystals;

/// <summary>
/// A Hermann-Mauguin symbol as people write it: in any case and spacing, with underscores, with a choice of origin, axes or cell behind it.
/// </summary>
/// <param name="Key">The symbol without blanks and underscores, in lower case.</param>
/// <param name="Choice">The choice, or empty.</param>
/// <param name="IsExplicit">Whether the choice can be nothing else, so that it may stand behind symbols that have none.</param>
internal readonly record struct SpaceGroupName(string Key, string Choice, bool IsExplicit)
{
    // As endings of symbols, what ICSD (S and Z for origins 1 and 2) and other databases write.
    private static readonly (string Ending, string Choice)[] s_endings =
        [("o1", "1"), ("o2", "2"), ("s", "1"), ("z", "2"), ("hr", "H"), ("h", "H"), ("r", "R")];

    /// <summary>The symbol in the form that symbols are compared in.</summary>
    public static string KeyOf(string symbol) =>
        string.Concat(symbol.Where(static c => !char.IsWhiteSpace(c) && c is not ('_' or '~'))).ToLowerInvariant();

    /// <summary>What a text may mean, the likeliest first.</summary>
    public static IEnumerable<SpaceGroupName> Readings(string text)
    {
        // Screw axes are also written 2(1).
        var key = KeyOf(text).Replace("(1)", "1").Replace("(2)", "2").Replace("(3)", "3").Replace("(4)", "4").Replace("(5)", "5");
        var cut = key.IndexOfAny([':', '(', '{', '[']);
        if (cut > 0)
        {
            var choice = Spelled(key[cut..].Trim(':', '(', ')', '{', '}', '[', ']'));
            if (choice is not null) yield return new(key[..cut], choice, true);
            yield break;
        }

        yield return new(key, "", false);
        foreach (var (ending, choice) in s_endings)
            if (key.EndsWith(ending, StringComparison.Ordinal))
                yield return new(key[..^ending.Length], choice, choice is "1" or "2");
    }

    // The choice that a remark names, or null where it names none that is understood.
    private static string? Spelled(string remark) => remark switch
    {
        "s" or "o1" or "originchoice1" or "origin1" or "choice1" => "1",
        "z" or "o2" or "originchoice2" or "origin2" or "choice2" => "2",
        "hex" or "hexagonal" or "hexagonalaxes" => "H",
        "rhomb" or "rhombohedral" or "rhombohedralaxes" => "R",
        _ when remark.StartsWith("origin@cent", StringComparison.Ordinal) => "2",
        _ => remark.Length is > 0 and <= 6 ? remark : null,
    };
}
