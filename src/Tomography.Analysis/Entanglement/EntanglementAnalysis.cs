using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>Everything that is said about the entanglement of a study.</summary>
public sealed record EntanglementAnalysis
{
    /// <summary>The whole lattice: the union of the representations.</summary>
    public required LatticeAnalysis Whole { get; init; }

    /// <summary>The lattice of each representation, in the order of the study.</summary>
    public required ImmutableArray<LatticeAnalysis> Representations { get; init; }

    /// <summary>Entanglement density and similarity of latent vectors, per representation that has any.</summary>
    public required ImmutableArray<LatentEntanglement> Latents { get; init; }

    /// <summary>What is undecided and why: a plan without a budget, all of whose edges are deferred.</summary>
    public required SteeringPlan Steering { get; init; }

    /// <summary>The eight places where a pipeline decides.</summary>
    public required ImmutableArray<ChecklistItem> Checklist { get; init; }

    /// <summary>Whether a control was measured. Without one nothing can be spurious.</summary>
    public bool HasControls => Whole.Lattice.HasControls;
}
