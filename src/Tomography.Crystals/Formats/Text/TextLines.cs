using System.Text;

namespace Tomography.Crystals;

/// <summary>Lines of a text (UTF-8, or what its byte order mark says) with their numbers; none grows without end.</summary>
internal sealed class TextLines(Stream stream, InputLimits limits) : IDisposable
{
    private readonly StreamReader _reader = new(stream, leaveOpen: true);
    private readonly StringBuilder _line = new();

    /// <summary>The number of the last line given, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The next line without its end, or null after the last.</summary>
    /// <exception cref="InputLimitException">The line is longer than any of a crystal.</exception>
    public string? Next()
    {
        _line.Clear();
        var c = _reader.Read();
        if (c < 0) return null;
        Number++;
        for (; c >= 0 && c != '\n'; c = _reader.Read())
        {
            if (c == '\r')
            {
                if (_reader.Peek() == '\n') _ = _reader.Read();
                break;
            }

            _line.Append((char)c);
            if (_line.Length > limits.MostCifCharacters)
                throw new InputLimitException(
                    $"Line {Number} has more than {limits.MostCifCharacters} characters; "
                        + $"{limits.HowToRaise(nameof(InputLimits.MostCifCharacters))}.");
        }

        return _line.ToString();
    }

    public void Dispose() => _reader.Dispose();
}
