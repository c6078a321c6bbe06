using System.Collections;
using System.Collections.Immutable;

namespace Tomography.Workflows.Sdk;

/// <summary>Which properties a command must repeat to mean the same: those that were given outside of the project.</summary>
internal static class GivenProperties
{
    /// <summary>How the build was started.</summary>
    /// <param name="asked">What it asks for.</param>
    /// <param name="properties">What the command gives with <c>-p:</c>.</param>
    /// <param name="environment">The environment, whose variables are properties, too.</param>
    public static BuildOrigin Of(TomographyRequest asked, IReadOnlyDictionary<string, string> properties, IDictionary environment)
    {
        ImmutableArray<(string, string)> paths =
        [
            .. new[]
            {
                ("TomographyStore", asked.Store), ("TomographyOutput", asked.Output), ("TomographyDataset", asked.Dataset),
            }.Where(IsGiven),
        ];
        ImmutableArray<(string, string)> values = [.. new[] { ("TomographyLimits", asked.Limits) }.Where(IsGiven)];
        return new(asked.Project, asked.StartFolder, paths, values);

        bool IsGiven((string Name, string Value) property) => property.Value.Length > 0
            && (properties.Keys.Contains(property.Name, StringComparer.OrdinalIgnoreCase) || environment.Contains(property.Name));
    }
}
