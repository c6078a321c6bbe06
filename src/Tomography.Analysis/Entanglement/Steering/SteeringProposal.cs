using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>More seeds for an edge.</summary>
/// <param name="Lattice">The lattice of the edge.</param>
/// <param name="Takes">The models that a seed of the edge takes; which seed they have does not matter.</param>
/// <param name="Feature">What the edge leads from: the feature, what is learnt along, the source; one property or a set.</param>
/// <param name="Target">The target of the edge.</param>
/// <param name="Seeds">The seeds to add.</param>
/// <param name="Relevance">How large the effect may be, a fraction; proposals come in this order.</param>
/// <param name="Reason">Why, as a phrase for people.</param>
public sealed record SteeringProposal(
    LatticeKind Lattice, SeedModels Takes, PropertySet Feature, PropertyName Target, ImmutableArray<int> Seeds, double Relevance,
    string Reason)
{
    /// <summary>
    /// The models to train, those that others need first, then baselines, controls and the models of the edge; on the same materials as
    /// those that are there. One that the study plans, or that an earlier proposal of the plan brings, is not named again.
    /// </summary>
    public ImmutableArray<ModelSpec> Models { get; init; } = [];

    /// <summary>Those of the seeds for which the control is trained too.</summary>
    public ImmutableArray<int> ControlSeeds => Takes.Control is { } control ? SeedsOf(control) : [];

    /// <summary>Those of the seeds for which the baseline is trained too.</summary>
    public ImmutableArray<int> BaselineSeeds => SeedsOf(Takes.Baseline);

    /// <summary>The representation of the edge.</summary>
    public Representation Representation => Takes.Model.Representation;

    /// <summary>Jobs that it costs.</summary>
    public int Jobs => Models.Length;

    private ImmutableArray<int> SeedsOf(ModelSpec template) =>
        [.. Models.Where(model => model == template with { Seed = model.Seed }).Select(model => model.Seed)];
}
