namespace Tomography.Crystals;

/// <summary>
/// Makes JSON of what Python writes for numbers that are none: bare <c>NaN</c> becomes an empty text, <c>Infinity</c> a number beyond all
/// doubles. Both take as many bytes as before, so that places stay.
/// </summary>
internal sealed class NonFiniteNumbers
{
    // Ends the document with an error: no text of JSON holds such a character.
    private const byte Damage = 0;

    private static readonly (byte[] Word, byte[] Instead)[] s_words =
    [
        ("NaN"u8.ToArray(), "\"\" "u8.ToArray()),
        ("Infinity"u8.ToArray(), "1e999999"u8.ToArray()),
    ];

    private (byte[] Word, byte[] Instead)? _word;
    private int _inWord;
    private bool _isInText, _isEscaped;

    /// <summary>Replaces them in the next bytes of a document.</summary>
    public void Replace(Span<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (_word is not null)
            {
                bytes[i] = NextOfWord(bytes[i]);
            }
            else if (_isEscaped)
            {
                _isEscaped = false;
            }
            else if (_isInText)
            {
                i += Distance(bytes[i..], bytes[i..].IndexOfAny((byte)'"', (byte)'\\'));
                if (i >= bytes.Length) return;
                _isEscaped = bytes[i] == '\\';
                _isInText = _isEscaped;
            }
            else
            {
                i += Distance(bytes[i..], bytes[i..].IndexOfAny((byte)'"', (byte)'N', (byte)'I'));
                if (i >= bytes.Length) return;
                _isInText = bytes[i] == '"';
                if (_isInText) continue;
                _word = s_words[bytes[i] == 'N' ? 0 : 1];
                _inWord = 0;
                bytes[i] = NextOfWord(bytes[i]);
            }
        }
    }

    private static int Distance(Span<byte> rest, int found) => found < 0 ? rest.Length : found;

    private byte NextOfWord(byte b)
    {
        var (word, instead) = _word!.Value;
        var replaced = b == word[_inWord] ? instead[_inWord] : Damage;
        if (replaced == Damage || ++_inWord == word.Length) _word = null;
        return replaced;
    }
}
