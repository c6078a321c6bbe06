using System.Text.Json;

namespace Tomography.Workflows;

/// <summary>The values of an enumeration as experiments write them: lower case words joined by hyphens, as in JSON.</summary>
internal static class EnumWords
{
    /// <summary>All of them, in the order of their declaration.</summary>
    public static OrderedDictionary<string, TEnum> Of<TEnum>()
        where TEnum : struct, Enum =>
        new(Enum.GetValues<TEnum>().Select(v => KeyValuePair.Create(Of(v), v)), StringComparer.Ordinal);

    private static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
