using System.Text.Json;

namespace Tomography.Crystals;

/// <summary>Texts of JSON documents that hold whatever bytes and escapes they like.</summary>
internal static class JsonText
{
    /// <summary>A text; null for anything else, and for bytes or escapes that are no text.</summary>
    public static string? TextOrNull(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? OrNull(element, static e => e.GetString()) : null;

    /// <summary>The name of a property; null for bytes or escapes that are no text.</summary>
    public static string? NameOrNull(this JsonProperty property) => OrNull(property, static p => p.Name);

    /// <summary>A member of an object, of two of one name the last; null where it is missing, null, or where there is no object.</summary>
    public static JsonElement? Member(this JsonElement element, ReadOnlySpan<byte> name)
    {
        if (element.ValueKind != JsonValueKind.Object) return null;
        try
        {
            return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? OrNull<T>(T part, Func<T, string?> read)
    {
        try
        {
            return read(part);
        }
        catch (InvalidOperationException)
        {
            // The library has no other way to tell half a surrogate pair, or bytes that are no UTF-8.
            return null;
        }
    }
}
