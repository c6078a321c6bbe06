using System.Text;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>
/// Rows of comma-separated text (RFC 4180), or of text with another delimiter: quoted fields may hold delimiters, line ends and doubled
/// quotes. LF, CR and CRLF end rows.
/// </summary>
/// <param name="reader">The text.</param>
/// <param name="limits">How long a row may be.</param>
/// <param name="start">The characters that were taken from the reader already.</param>
/// <param name="delimiter">What parts fields; a blank means any number of them.</param>
internal sealed class CsvRows(TextReader reader, InputLimits limits, ReadOnlySpan<char> start = default, char delimiter = ',')
{
    private readonly char[] _buffer = Buffered(start);
    private readonly StringBuilder _field = new();
    private int _at, _end = start.Length;
    private int _line = 1;
    private long _characters;

    /// <summary>What parts fields.</summary>
    public char Delimiter => delimiter;

    /// <summary>The line, from 1, on which the last row starts.</summary>
    public int Line { get; private set; }

    /// <summary>True after a quoted field that the text does not close.</summary>
    public bool EndsInQuote { get; private set; }

    /// <summary>The fields of the next row that is not empty, or null at the end.</summary>
    /// <exception cref="InputLimitException">The row is longer than the limit.</exception>
    public List<string>? Next()
    {
        int c;
        do
        {
            c = Peek();
            if (c < 0) return null;
            Line = _line;
        }
        while (SkipLineEnd(c));
        var fields = new List<string>(16);
        _characters = 0;
        SkipBlanks();
        while (true)
        {
            _field.Clear();
            if (Peek() == '"') ReadQuoted();
            ReadPlain();
            fields.Add(_field.ToString());
            Count(1);
            c = Peek();
            if (c == delimiter)
            {
                _at++;
                SkipBlanks();
                c = Peek();
                if (delimiter != Datasets.Delimiter.Blanks || c is >= 0 and not ('\n' or '\r')) continue;
            }

            if (c >= 0) SkipLineEnd(c);
            return fields;
        }
    }

    private static char[] Buffered(ReadOnlySpan<char> start)
    {
        var buffer = new char[Math.Max(1 << 16, start.Length)];
        start.CopyTo(buffer);
        return buffer;
    }

    // Blanks before a field part nothing.
    private void SkipBlanks()
    {
        if (delimiter != Datasets.Delimiter.Blanks) return;
        while (Peek() == Datasets.Delimiter.Blanks) _at++;
    }

    private void ReadPlain()
    {
        while (Peek() >= 0)
        {
            var rest = _buffer.AsSpan(_at, _end - _at);
            var stop = rest.IndexOfAny(delimiter, '\n', '\r');
            Count(stop < 0 ? rest.Length : stop);
            _field.Append(stop < 0 ? rest : rest[..stop]);
            _at += stop < 0 ? rest.Length : stop;
            if (stop >= 0) return;
        }
    }

    private void ReadQuoted()
    {
        _at++;
        while (Peek() >= 0)
        {
            var rest = _buffer.AsSpan(_at, _end - _at);
            var stop = rest.IndexOf('"');
            var text = stop < 0 ? rest : rest[..stop];
            Count(text.Length);
            _line += text.Count('\n');
            _field.Append(text);
            _at += text.Length;
            if (stop < 0) continue;
            _at++;
            if (Peek() != '"') return;
            _field.Append('"');
            _at++;
        }

        EndsInQuote = true;
    }

    private void Count(int characters)
    {
        _characters += characters;
        if (_characters > limits.MostRowCharacters)
            throw new InputLimitException(
                $"line {Line}: the row has more than {limits.MostRowCharacters} characters; most likely a quote is not closed, or this is "
                    + $"no table; {limits.HowToRaise(nameof(InputLimits.MostRowCharacters))}.");
    }

    private bool SkipLineEnd(int c)
    {
        if (c is not ('\n' or '\r')) return false;
        _at++;
        if (c == '\r' && Peek() == '\n') _at++;
        _line++;
        return true;
    }

    private int Peek()
    {
        if (_at == _end)
        {
            _at = 0;
            _end = reader.Read(_buffer);
            if (_end <= 0)
            {
                _end = 0;
                return -1;
            }
        }

        return _buffer[_at];
    }
}
