using System.Collections;
using System.Collections.Immutable;

namespace Tomography.Workflows.Sdk;

/// <summary>What <c>${Name}</c> stands for in the paths of datasets.</summary>
internal static class PathVariables
{
    /// <summary>Variables by name: of the environment, before them properties of the command line, before these the dataset.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="properties">What the command gives with <c>-p:</c>.</param>
    /// <param name="dataset">Full path of the dataset that the command names; empty where it names none.</param>
    public static ImmutableDictionary<string, string> Of(
        IDictionary environment, IReadOnlyDictionary<string, string> properties, string dataset)
    {
        var variables = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in environment) variables[(string)variable.Key] = (string?)variable.Value ?? "";
        foreach (var (name, value) in properties) variables[name] = value;
        if (dataset.Length > 0) variables["TomographyDataset"] = dataset;
        return variables.ToImmutable();
    }
}
