using System.Text;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>
/// Rows of comma-separated text (RFC 4180): quoted fields may hold commas, line ends and doubled quotes. LF, CR and CRLF end rows.
/// </summary>
/// <param name="reader">The text.</param>
/// <param name="limits">How long a row may be.</param>
internal sealed class CsvRows(TextReader reader, InputLimits limits)
{
    private readonly char[] _buffer = new char[1 << 16];
    private readonly StringBuilder _field = new();
    private int _at, _end;
    private int _line = 1;
    private long _characters;

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
        while (true)
        {
            _field.Clear();
            if (Peek() == '"') ReadQuoted();
            ReadPlain();
            fields.Add(_field.ToString());
            Count(1);
            c = Peek();
            if (c == ',')
            {
                _at++;
                continue;
            }

            if (c >= 0) SkipLineEnd(c);
            return fields;
        }
    }

    private void ReadPlain()
    {
        while (Peek() >= 0)
        {
            var rest = _buffer.AsSpan(_at, _end - _at);
            var stop = rest.IndexOfAny(',', '\n', '\r');
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
