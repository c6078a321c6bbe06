using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Workflows.Sdk;

/// <summary>Reads <c>TomographyLimits</c>: the limits of datasets and those of experiments in one value.</summary>
internal static class LimitsOption
{
    /// <summary>The names that there are.</summary>
    public static ImmutableArray<string> Names { get; } =
        [.. InputLimits.Table.Options.AddRange(ExperimentLimits.Table.Options).Select(l => l.Option!)];

    /// <summary>The limits given, the defaults of the others.</summary>
    /// <param name="text">Like <c>Sites=5000+Rows=10</c>; empty for the defaults.</param>
    /// <exception cref="DiagnosticException">Names that are of no limit or stand twice, and values out of range.</exception>
    public static (InputLimits Data, ExperimentLimits Experiment) Read(string text)
    {
        var given = LimitText.Split(text);
        var data = InputLimits.Table.Parse(given);
        var experiment = ExperimentLimits.Table.Parse(given);
        var problems = LimitText.CheckNames(given, Names).AddRange(data.Problems).AddRange(experiment.Problems);
        if (problems.IsEmpty) return (data.Limits, experiment.Limits);
        throw new DiagnosticException([.. problems.Select(Diagnose)]);
    }

    private static Diagnostic Diagnose(string problem) =>
        new(DiagnosticSeverity.Error, DiagnosticCodes.InvalidLimit, SourceLocation.CommandLine, "", problem);
}
