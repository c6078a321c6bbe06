using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>All verdicts of a study by what their edges lead from; each kind is corrected by itself.</summary>
/// <param name="Features">What properties tell as features.</param>
public sealed record StudyVerdicts(ImmutableArray<EdgeVerdict> Features)
{
    /// <summary>What learning properties along does; none where nothing is learnt together.</summary>
    public ImmutableArray<EdgeVerdict> Transfers { get; init; } = [];

    /// <summary>What starting from trained models does, at each number of labels; none where no model starts from another.</summary>
    public ImmutableArray<EdgeVerdict> Starts { get; init; } = [];
}
