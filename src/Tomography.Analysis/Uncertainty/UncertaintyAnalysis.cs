using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>How sure the predictions of a study are.</summary>
/// <param name="Settings">What was asked for.</param>
/// <param name="Targets">By target and then representation, in the order of the study.</param>
/// <param name="Joint">Several targets together, a representation each.</param>
public sealed record UncertaintyAnalysis(
    UncertaintySettings Settings, ImmutableArray<TargetUncertainty> Targets, ImmutableArray<JointUncertainty> Joint)
{
    /// <summary>The edges that do not pass: undecided, harmful, or not trusted.</summary>
    public required ImmutableArray<EdgeVerdict> StoppedEdges { get; init; }

    /// <summary>How many edges there are.</summary>
    public required int Edges { get; init; }
}
