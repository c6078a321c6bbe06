using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>What a build asks for.</summary>
/// <param name="Experiments">Full paths of the experiment files, at least one.</param>
/// <param name="Output">Full path of the folder that gets one folder per experiment.</param>
/// <param name="Store">Full path of the store.</param>
/// <param name="Variables">Values for <c>${Name}</c> in dataset paths.</param>
public sealed record WorkflowRequest(
    ImmutableArray<string> Experiments,
    string Output,
    string Store,
    ImmutableDictionary<string, string> Variables)
{
    /// <summary>How much of a dataset is read at most.</summary>
    public InputLimits Limits { get; init; } = InputLimits.Default;

    /// <summary>How much of an experiment file is read, and how large a study may be.</summary>
    public ExperimentLimits ExperimentLimits { get; init; } = ExperimentLimits.Default;

    /// <summary>The settings that experiments have.</summary>
    public Repertoire Repertoire { get; init; } = Repertoire.Default;

    /// <summary>Full path of an experiment's output folder.</summary>
    public string OutputOf(string experiment) => Path.Combine(Output, experiment);
}
