using System.Collections.Immutable;

namespace Tomography.Workflows.Tests;

/// <summary>Reads experiments from text as if it stood in a file.</summary>
internal static class Reading
{
    public const string Minimal = """
        experiment: small
        dataset: { phantom: { materials: 60, seed: 7 } }
        targets: [density]
        """;

    public static string File { get; } = Path.GetFullPath(Path.Combine(Path.GetTempPath(), "studies", "small.experiment.yaml"));

    public static ExperimentReadResult Read(string yaml, params (string Name, string Value)[] variables) =>
        ExperimentReader.Read(yaml, File, variables.ToImmutableDictionary(v => v.Name, v => v.Value));

    public static Experiment Valid(string yaml, params (string Name, string Value)[] variables)
    {
        var result = Read(yaml, variables);
        result.Diagnostics.ShouldBeEmpty();
        return result.Experiment.ShouldNotBeNull();
    }

    /// <summary>The only diagnostic of a text.</summary>
    public static Diagnostic Problem(string yaml)
    {
        var result = Read(yaml);
        result.Experiment.ShouldBeNull();
        return result.Diagnostics.ShouldHaveSingleItem(string.Join('\n', result.Diagnostics));
    }
}
