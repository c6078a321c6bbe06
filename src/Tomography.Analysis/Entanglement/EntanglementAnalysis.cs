using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Everything that is said about the entanglement of a study.</summary>
public sealed record EntanglementAnalysis
{
    /// <summary>
    /// The lattice of each representation, in the order of the study. What several say of an edge stands side by side and is never averaged
    /// into one verdict.
    /// </summary>
    public required ImmutableArray<LatticeAnalysis> Representations { get; init; }

    /// <summary>Entanglement density and similarity of latent vectors, per representation that has any.</summary>
    public required ImmutableArray<LatentEntanglement> Latents { get; init; }

    /// <summary>What is undecided and why: a plan without a budget, all of whose edges are deferred.</summary>
    public required SteeringPlan Steering { get; init; }

    /// <summary>The eight places where a pipeline decides; for each representation by itself where they depend on it.</summary>
    public required ImmutableArray<ChecklistItem> Checklist { get; init; }

    /// <summary>The properties of all lattices, each once, in the order of the study.</summary>
    public IEnumerable<PropertyName> Nodes => Representations.SelectMany(analysis => analysis.Lattice.Nodes).Distinct();

    /// <summary>Those of them that are targets.</summary>
    public IEnumerable<PropertyName> Targets => Representations.SelectMany(analysis => analysis.Lattice.Targets).Distinct();

    /// <summary>Whether a control was measured.</summary>
    public bool HasControls => Representations.Any(analysis => analysis.Lattice.HasControls);
}
