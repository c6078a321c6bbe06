using System.Text.Json;

namespace Tomography.Crystals;

/// <summary>Numbers and vectors of JSON.</summary>
internal static class JsonNumbers
{
    /// <summary>A finite number; null for anything else, such as a number in quotes.</summary>
    public static double? Number(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    /// <summary>An array of three finite numbers; null for anything else.</summary>
    public static Vector3? Vector(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } array
        && array.GetArrayLength() == 3
        && Number(array[0]) is { } x
        && Number(array[1]) is { } y
        && Number(array[2]) is { } z
            ? new(x, y, z)
            : null;

    /// <summary>An array of three vectors; null for anything else.</summary>
    public static (Vector3 A, Vector3 B, Vector3 C)? Matrix(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } array
        && array.GetArrayLength() == 3
        && Vector(array[0]) is { } a
        && Vector(array[1]) is { } b
        && Vector(array[2]) is { } c
            ? (a, b, c)
            : null;
}
