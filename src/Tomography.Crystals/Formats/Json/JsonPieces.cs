using System.Text.Json;

namespace Tomography.Crystals;

/// <summary>Takes a JSON text of any length apart: containers token by token, and whole values of a bounded length.</summary>
/// <param name="stream">The text, UTF-8.</param>
/// <param name="mostBytes">How long a value may be that is taken as a whole.</param>
internal sealed class JsonPieces(Stream stream, int mostBytes)
{
    private readonly NonFiniteNumbers _nonFinite = new();
    private byte[] _buffer = new byte[Math.Min(1 << 14, mostBytes)];
    private JsonReaderState _state = new(new() { AllowMultipleValues = true });
    private int _start, _end;
    private int _depth;
    private bool _isEnd, _isStarted;

    /// <summary>How many bytes were taken.</summary>
    public long Taken { get; private set; }

    /// <summary>The kind of the next token, which stays; none at the end.</summary>
    public JsonTokenType Peek() => Advance(consumes: false, out _);

    /// <summary>Takes the next token; none at the end.</summary>
    public JsonTokenType Take(out string name) => Advance(consumes: true, out name);

    /// <summary>Takes the value that comes next; null, and it is passed over, where it is longer than is taken.</summary>
    /// <exception cref="InvalidDataException">The text is no JSON, or ends early.</exception>
    public JsonDocument? TakeValue()
    {
        do
        {
            var reader = Reader();
            if (ReadValue(ref reader) is not { } document) continue;
            Commit(in reader);
            return document;
        }
        while (Fill());
        Skip();
        return null;
    }

    private static JsonDocument? ReadValue(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.Read() && JsonDocument.TryParseValue(ref reader, out var document) ? document : null;
        }
        catch (JsonException e)
        {
            throw Damaged(e);
        }
    }

    private static bool ReadToken(ref Utf8JsonReader reader, out string name)
    {
        try
        {
            var isRead = reader.Read();
            name = isRead && reader.TokenType == JsonTokenType.PropertyName ? reader.GetString()! : "";
            return isRead;
        }
        catch (JsonException e)
        {
            throw Damaged(e);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidDataException("A name in the JSON holds bytes that are no text.", e);
        }
    }

    private static InvalidDataException Damaged(JsonException e) =>
        new($"The JSON is damaged, ends early or is nested too deep (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}).", e);

    private void Skip()
    {
        var depth = 0;
        do
        {
            var token = Take(out _);
            if (token is JsonTokenType.StartArray or JsonTokenType.StartObject) depth++;
            if (token is JsonTokenType.EndArray or JsonTokenType.EndObject) depth--;
        }
        while (depth > 0);
    }

    private JsonTokenType Advance(bool consumes, out string name)
    {
        while (true)
        {
            var reader = Reader();
            if (!(_isEnd && IsBlank()) && ReadToken(ref reader, out name))
            {
                if (consumes) Commit(in reader);
                return reader.TokenType;
            }

            if (_isEnd)
            {
                if (_depth > 0) throw new InvalidDataException("The JSON ends early.");
                name = "";
                return JsonTokenType.None;
            }

            if (!Fill()) throw new InputLimitException($"A text or number of the JSON is longer than {mostBytes} bytes.");
        }
    }

    private Utf8JsonReader Reader() => new(_buffer.AsSpan(_start, _end - _start), _isEnd, _state);

    private void Commit(in Utf8JsonReader reader)
    {
        _start += (int)reader.BytesConsumed;
        Taken += reader.BytesConsumed;
        _state = reader.CurrentState;
        _depth = reader.CurrentDepth + (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject ? 1 : 0);
    }

    private bool IsBlank() => !_buffer.AsSpan(_start, _end - _start).ContainsAnyExcept(" \t\r\n"u8);

    // More of the text; false where the buffer is full and must not grow.
    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= mostBytes) return false;
            Array.Resize(ref _buffer, (int)Math.Min(2L * _buffer.Length, mostBytes));
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _isEnd = read == 0;
        _nonFinite.Replace(_buffer.AsSpan(_end, read));
        _end += read;
        if (!_isStarted && _end >= 3) SkipByteOrderMark();
        return true;
    }

    private void SkipByteOrderMark()
    {
        _isStarted = true;
        if (_buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8)) _start = 3;
        if (_buffer[0] is 0xFE or 0xFF) throw new InvalidDataException("The JSON text is UTF-16; save it as UTF-8.");
    }
}
