using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>
/// What starting from a trained model does: an edge leads from the target of that model to the one that is learnt then, at each number of
/// labels, and has a verdict by the rule of features.
/// </summary>
/// <remarks>
/// The baseline of an edge is the model of the target that starts from initial weights, with the same labels; its control starts from a
/// model of noise, which was trained on as many materials for as many epochs, so that what a start does by itself is not laid to the
/// source.
/// </remarks>
public sealed record SequenceAnalysis
{
    /// <summary>Whether what is taken over stays as it is.</summary>
    public required bool IsFrozen { get; init; }

    /// <summary>What the learning rate of what is taken over is multiplied by; 0 where it is frozen.</summary>
    public required double Rate { get; init; }

    /// <summary>
    /// One per representation, target, number of labels and source. Corrected for all of them together, apart from the edges of features
    /// and of what is learnt along.
    /// </summary>
    public required ImmutableArray<SequencePoint> Points { get; init; }

    /// <summary>A lattice per representation and number of labels, in the order of the study.</summary>
    public required ImmutableArray<SequenceLattice> Lattices { get; init; }

    /// <summary>The verdicts, in the order of the points.</summary>
    public IEnumerable<EdgeVerdict> Verdicts => Points.Select(point => point.Verdict);
}
