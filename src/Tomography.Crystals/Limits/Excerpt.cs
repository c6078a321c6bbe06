namespace Tomography.Crystals;

/// <summary>A user's text as a message quotes it: on one line, without control characters, and not without end.</summary>
internal static class Excerpt
{
    /// <summary>The start of a text.</summary>
    public static string Of(ReadOnlySpan<char> text, int longest = 60)
    {
        var cut = text.Length > longest ? text[..longest] : text;
        // A pair of surrogates cut in two is no text.
        if (cut.Length < text.Length && char.IsHighSurrogate(cut[^1])) cut = cut[..^1];
        var shown = cut.ToString();
        for (var i = 0; i < shown.Length; i++)
            if (!IsPlain(shown, i))
                return string.Concat(shown.Select((c, at) => IsPlain(shown, at) ? c : '?')) + (cut.Length < text.Length ? "..." : "");
        return cut.Length < text.Length ? shown + "..." : shown;
    }

    private static bool IsPlain(string text, int at)
    {
        var c = text[at];
        if (char.IsHighSurrogate(c)) return at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
        if (char.IsLowSurrogate(c)) return at > 0 && char.IsHighSurrogate(text[at - 1]);
        // Marks that turn the direction of writing can make a message read otherwise than it is.
        return !char.IsControl(c)
            && c is not ('\u2028' or '\u2029' or '\uFEFF') and not (>= '\u202A' and <= '\u202E') and not (>= '\u2066' and <= '\u2069');
    }
}
