using System.Text.RegularExpressions;

namespace Tomography.Crystals;

/// <summary>
/// How experiments name things: lower case words joined by hyphens, of letters of any script and digits, at most 100 characters.
/// </summary>
public static partial class HyphenatedName
{
    /// <summary>The longest name.</summary>
    public const int MostCharacters = 100;

    /// <summary>Whether a text is such a name.</summary>
    public static bool IsValid(string? value) => value is { Length: <= MostCharacters } && Form().IsMatch(value);

    // Letters of any script, as long as they are not capital; digits; marks that belong to letters.
    [GeneratedRegex(
        @"^[\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{Nd}]+(-[\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{Nd}]+)*\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
