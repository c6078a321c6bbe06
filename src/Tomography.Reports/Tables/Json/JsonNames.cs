using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>Names of properties as JSON holds them.</summary>
internal static class JsonNames
{
    /// <summary>The names as texts, in their order.</summary>
    public static IEnumerable<string> Names(this IEnumerable<PropertyName> names) => names.Select(name => name.Value);
}
