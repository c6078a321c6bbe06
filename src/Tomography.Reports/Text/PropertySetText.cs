using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>Sets of properties as people read them; tables for programs join them by <c>+</c>.</summary>
internal static class PropertySetText
{
    /// <summary>The names, such as <c>density + volume</c>; empty for none.</summary>
    public static string Label(this PropertySet properties) => string.Join(" + ", properties);

    /// <summary>The names as a text lists them: <c>density, volume and band-gap</c>.</summary>
    public static string Listed(this IEnumerable<PropertyName> properties)
    {
        var names = properties.Select(name => name.Value).ToArray();
        return names.Length < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }
}
