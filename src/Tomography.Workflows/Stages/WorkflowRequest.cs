using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Workflows;

/// <summary>What a build asks for.</summary>
/// <param name="Experiments">Full paths of the experiment files, at least one.</param>
/// <param name="Output">Full path of the folder that gets one folder per experiment.</param>
/// <param name="Store">Full path of the store.</param>
/// <param name="Variables">Values for <c>${Name}</c> in dataset paths.</param>
public sealed record WorkflowRequest(ImmutableArray<string> Experiments, string Output, string Store, ImmutableDictionary<string, string> Variables)
{
    /// <summary>How much of a dataset is read at most.</summary>
    public InputLimits Limits { get; init; } = InputLimits.Default;

    /// <summary>How many jobs an experiment may have.</summary>
    public long MostJobs { get; init; } = DefaultMostJobs;

    /// <summary>As many jobs as any study is likely to mean: beyond, a list has most likely one zero too many.</summary>
    public const long DefaultMostJobs = 1_000_000;

    /// <summary>Full path of an experiment's output folder.</summary>
    public string OutputOf(string experiment) => Path.Combine(Output, experiment);
}
