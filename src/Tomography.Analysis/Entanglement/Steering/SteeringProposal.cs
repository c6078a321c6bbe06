using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>More seeds for an edge.</summary>
/// <param name="Model">The augmented model of the edge; which seed it has does not matter.</param>
/// <param name="Control">The model of the control that the edge is held against, of the same kind; null where there is none.</param>
/// <param name="Target">The target of the edge.</param>
/// <param name="Seeds">The seeds to add.</param>
/// <param name="Relevance">How large the effect may be, a fraction; proposals come in this order.</param>
/// <param name="Reason">Why, as a phrase for people.</param>
public sealed record SteeringProposal(
    ModelSpec Model, ModelSpec? Control, PropertyName Target, ImmutableArray<int> Seeds, double Relevance, string Reason)
{
    /// <summary>
    /// Those of the seeds for which the baseline must be trained too; one that an earlier proposal of the plan brings is not named again.
    /// </summary>
    public ImmutableArray<int> BaselineSeeds { get; init; } = [];

    /// <summary>Those of the seeds for which the control must be trained too, in the same way.</summary>
    public ImmutableArray<int> ControlSeeds { get; init; } = [];

    /// <summary>The representation of the edge.</summary>
    public Representation Representation => Model.Representation;

    /// <summary>The feature of the edge, or the set of them.</summary>
    public PropertySet Feature => Model.Features;

    /// <summary>Jobs that it costs: augmented models, baselines and controls.</summary>
    public int Jobs => Seeds.Length + BaselineSeeds.Length + ControlSeeds.Length;

    /// <summary>The models to train, baselines first; on the same materials as those that are there.</summary>
    public IEnumerable<ModelSpec> Models =>
        BaselineSeeds.Select(seed => Model.Baseline with { Seed = seed })
            .Concat(ControlSeeds.Select(seed => Control! with { Seed = seed }))
            .Concat(Seeds.Select(seed => Model with { Seed = seed }));
}
