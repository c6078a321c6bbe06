using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// What learning targets together does: an edge leads from what is learnt along to the target, and has a verdict by the rule of features.
/// </summary>
/// <remarks>
/// The baseline of an edge is the model of the target alone, its control the same joint model with noise in place of the partners, so that
/// a claim needs a change against both. <see cref="VerdictKind.Informs"/> is a positive transfer, <see cref="VerdictKind.Harms"/> a
/// negative one.
/// </remarks>
public sealed record TransferAnalysis
{
    /// <summary>The properties that are learnt together, each once.</summary>
    public required ImmutableArray<Property> Properties { get; init; }

    /// <summary>
    /// One per set and target, by representation, target and set; the feature of such a verdict is what is learnt along. Corrected for all
    /// transfer edges of the report together, apart from those of features.
    /// </summary>
    public required ImmutableArray<EdgeVerdict> Verdicts { get; init; }

    /// <summary>The transfer lattice of each representation in which pairs are learnt: edges of pairs alone.</summary>
    public required ImmutableArray<LatticeAnalysis> Lattices { get; init; }

    /// <summary>What gradients did while the sets were learnt, over the seeds.</summary>
    public required ImmutableArray<GradientSummary> Gradients { get; init; }

    /// <summary>Each ordered pair that is learnt as a pair, seen three ways.</summary>
    public required ImmutableArray<TransferComparison> Comparisons { get; init; }

    /// <summary>Whether transfer effects rank partners as gradients and features do, per representation.</summary>
    public required ImmutableArray<TransferAgreement> Agreements { get; init; }

    /// <summary>Which targets should be learned together, per representation; empty where that is not asked for.</summary>
    public ImmutableArray<GroupAnalysis> Groups { get; init; } = [];

    /// <summary>The lattice of a representation; null where no pair is learnt there.</summary>
    public LatticeAnalysis? Lattice(Representation representation) =>
        Lattices.FirstOrDefault(lattice => lattice.Lattice.Representation == representation);
}
