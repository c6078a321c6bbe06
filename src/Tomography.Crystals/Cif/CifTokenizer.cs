namespace Tomography.Crystals;

/// <summary>
/// Cuts a CIF text into tokens without copying it. Line ends may be LF, CR or CRLF. A text that says it is CIF 2.0 may have values in
/// triple quotes, and lists and tables, each of which is one value.
/// </summary>
internal struct CifTokenizer(string source)
{
    private const string NewerHeader = "#\\#CIF_2.0";

    private readonly string _text = source;
    private readonly bool _isNewer = source.AsSpan(StartOf(source)).StartsWith(NewerHeader, StringComparison.Ordinal);
    private int _at = StartOf(source);

    /// <summary>The next token; <see cref="CifTokenKind.End"/> at the end, again and again.</summary>
    public CifToken Next()
    {
        var text = _text;
        var i = _at;
        while (true)
        {
            while (i < text.Length && IsBlank(text[i])) i++;
            if (i >= text.Length) return new(CifTokenKind.End, _at = text.Length, 0);
            if (text[i] != '#') break;
            while (i < text.Length && !IsLineEnd(text[i])) i++;
        }

        var c = text[i];
        if (c == ';' && (i == 0 || IsLineEnd(text[i - 1]))) return TextField(i);
        if (_isNewer && (c is '\'' or '"') && text.AsSpan(i).StartsWith([c, c, c])) return TripleQuoted(i, c);
        if (c is '\'' or '"') return Quoted(i, c);
        if (_isNewer && (c is '[' or '{')) return Brackets(i);
        var end = i + 1;
        while (end < text.Length && !IsBlank(text[end])) end++;
        _at = end;
        return new(KindOf(text.AsSpan(i, end - i)), i, end - i);
    }

    private static CifTokenKind KindOf(ReadOnlySpan<char> word) => word[0] switch
    {
        '_' => CifTokenKind.Tag,
        'd' or 'D' when word.StartsWith("data_", StringComparison.OrdinalIgnoreCase) => CifTokenKind.Data,
        'g' or 'G' when word.Equals("global_", StringComparison.OrdinalIgnoreCase) => CifTokenKind.Data,
        's' or 'S' when word.StartsWith("save_", StringComparison.OrdinalIgnoreCase) => CifTokenKind.Save,
        'l' or 'L' when word.Equals("loop_", StringComparison.OrdinalIgnoreCase) => CifTokenKind.Loop,
        _ => CifTokenKind.Value,
    };

    // A closing quote must be followed by a blank; the quote must close on its line.
    private CifToken Quoted(int start, char quote)
    {
        for (var i = start + 1; i < _text.Length && !IsLineEnd(_text[i]); i++)
            if (_text[i] == quote && (i + 1 == _text.Length || IsBlank(_text[i + 1])))
            {
                _at = i + 1;
                return new(CifTokenKind.Quoted, start + 1, i - start - 1);
            }

        // Broken quoting ends at the line's end, so that the rest of the file is still read in step.
        var end = start;
        while (end < _text.Length && !IsLineEnd(_text[end])) end++;
        _at = end;
        return new(CifTokenKind.Unterminated, start, end - start);
    }

    private CifToken TripleQuoted(int start, char quote)
    {
        var length = _text.AsSpan(start + 3).IndexOf([quote, quote, quote]);
        _at = length < 0 ? _text.Length : start + length + 6;
        return length < 0 ? new(CifTokenKind.Unterminated, start, _at - start) : new(CifTokenKind.Quoted, start + 3, length);
    }

    private CifToken Brackets(int start)
    {
        var depth = 0;
        for (var i = start; i < _text.Length; i++)
        {
            if (_text[i] is '[' or '{') depth++;
            else if (_text[i] is ']' or '}') depth--;
            else if (_text[i] is '\'' or '"')
            {
                var end = _text.AsSpan(i + 1).IndexOf(_text[i]);
                i = end < 0 ? _text.Length : i + end + 1;
            }

            if (depth > 0) continue;
            _at = i + 1;
            return new(CifTokenKind.Value, start, _at - start);
        }

        _at = _text.Length;
        return new(CifTokenKind.Unterminated, start, _at - start);
    }

    private CifToken TextField(int start)
    {
        for (var i = start + 1; i < _text.Length; i++)
            if (_text[i] == ';' && IsLineEnd(_text[i - 1]))
            {
                _at = i + 1;
                return new(CifTokenKind.Quoted, start + 1, i - 1 - (start + 1) < 0 ? 0 : i - 1 - (start + 1));
            }

        _at = _text.Length;
        return new(CifTokenKind.Unterminated, start, _text.Length - start);
    }

    private static int StartOf(string source) => source.Length > 0 && source[0] == '\uFEFF' ? 1 : 0;

    private static bool IsLineEnd(char c) => c is '\n' or '\r';

    private static bool IsBlank(char c) => c is ' ' or '\n' or '\t' or '\r' or '\f' or '\v' or '\0';
}
