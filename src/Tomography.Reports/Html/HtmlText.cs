using System.Buffers;
using System.Text;

namespace Tomography.Reports;

/// <summary>
/// Escapes what has a meaning in HTML text and quoted attributes, and nothing else: units and minus signs stay as they are.
/// </summary>
internal static class HtmlText
{
    private static readonly SearchValues<char> s_special = SearchValues.Create("&<>\"'`");

    /// <summary>The text as HTML.</summary>
    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAny(s_special)) return text;
        var html = new StringBuilder(text.Length + 16);
        foreach (var character in text) _ = Entity(character) is { } entity ? html.Append(entity) : html.Append(character);
        return html.ToString();
    }

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
