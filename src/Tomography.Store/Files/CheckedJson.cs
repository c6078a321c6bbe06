using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Tomography.Store;

/// <summary>
/// JSON files that tell whether they are whole: <c>{ "checksum": ..., "content": ... }</c>, the checksum being the SHA-256 of the content's
/// text as it stands in the file, so that files outlive changes of the record they hold.
/// </summary>
public static class CheckedJson
{
    /// <summary>How the frame around the content is laid out: the same on every machine, since stores are shared.</summary>
    internal static JsonWriterOptions Layout { get; } = new() { Indented = true, NewLine = "\n" };

    /// <summary>Writes a value.</summary>
    public static void Write<T>(Stream stream, T value)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(value, Json.Indented);
        using var writer = new Utf8JsonWriter(stream, Layout);
        writer.WriteStartObject();
        writer.WriteString("checksum", Convert.ToHexStringLower(SHA256.HashData(content)));
        writer.WritePropertyName("content");
        writer.WriteRawValue(content, skipInputValidation: true);
        writer.WriteEndObject();
    }

    /// <summary>
    /// Whether a file is as <see cref="Write"/> wrote it, and its content starts with a text. A file in another layout is not, though <see
    /// cref="Read"/> may take it.
    /// </summary>
    public static bool IsWhole(ReadOnlySpan<byte> file, string start)
    {
        const int DigestLength = 2 * SHA256.HashSizeInBytes;
        ReadOnlySpan<byte> opening = "{\n  \"checksum\": \""u8,
            middle = "\",\n  \"content\": "u8,
            closing = "\n}"u8;
        if (
            !file.StartsWith(opening)
            || !file.EndsWith(closing)
            || file.Length < opening.Length + DigestLength + middle.Length + closing.Length)
            return false;
        var digest = file.Slice(opening.Length, DigestLength);
        var rest = file[(opening.Length + DigestLength)..];
        if (!rest.StartsWith(middle)) return false;
        var content = rest[middle.Length..^closing.Length];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return content.StartsWith(Encoding.UTF8.GetBytes(start))
            && Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash)).AsSpan().SequenceEqual(digest);
    }

    /// <summary>Reads a value.</summary>
    /// <exception cref="InvalidDataException">The file is not what was written.</exception>
    public static T Read<T>(Stream stream)
    {
        try
        {
            using var document = JsonDocument.Parse(stream);
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("checksum", out var checksum)
                || !document.RootElement.TryGetProperty("content", out var content)
                || checksum.ValueKind != JsonValueKind.String
                || checksum.GetString() != Convert.ToHexStringLower(SHA256.HashData(JsonMarshal.GetRawUtf8Value(content))))
                throw new InvalidDataException("its checksum does not fit its content.");
            return content.Deserialize<T>(Json.Indented) ?? throw new InvalidDataException("it is empty.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"it is not whole: {e.Message}", e);
        }
    }
}
