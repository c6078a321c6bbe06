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
