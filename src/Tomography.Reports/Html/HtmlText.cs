using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Tomography.Reports;

/// <summary>
/// Escapes what has a meaning in HTML text and quoted attributes, and keeps names that are written from right to left by themselves, so
/// that an arrow or a number beside them stays where it is; nothing else: units and minus signs stay as they are.
/// </summary>
internal static partial class HtmlText
{
    private static readonly SearchValues<char> s_special = SearchValues.Create("&<>\"'`");

    /// <summary>The text as HTML.</summary>
    public static string Escape(string text)
    {
        if (text.Any(character => character >= FirstFromRight)) text = FromRight().Replace(text, "\u2068$&\u2069");
        if (!text.AsSpan().ContainsAny(s_special)) return text;
        var html = new StringBuilder(text.Length + 16);
        foreach (var character in text) _ = Entity(character) is { } entity ? html.Append(entity) : html.Append(character);
        return html.ToString();
    }

    // Where the scripts begin that are written from right to left: Hebrew, Arabic and their like.
    private const char FirstFromRight = '\u0590';

    [GeneratedRegex(
        @"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]([-\p{L}\p{M}\p{Nd}]*[\p{L}\p{M}\p{Nd}])?",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex FromRight();

    private static string? Entity(char character) => character switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        '`' => "&#96;",
        _ => null,
    };
}
