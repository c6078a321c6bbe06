using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>More seeds for an edge.</summary>
/// <param name="Model">The augmented model of the edge; which seed it has does not matter.</param>
/// <param name="Target">The target of the edge.</param>
/// <param name="Feature">The feature of the edge.</param>
/// <param name="Seeds">The seeds to add.</param>
/// <param name="BaselineSeeds">
/// Those of them for which the baseline must be trained too; one that an earlier proposal of the plan brings is not named again.
/// </param>
/// <param name="Relevance">How large the effect may be, a fraction; proposals come in this order.</param>
/// <param name="Reason">Why, as a phrase for people.</param>
public sealed record SteeringProposal(
    ModelSpec Model,
    PropertyName Target,
    PropertyName Feature,
    ImmutableArray<int> Seeds,
    ImmutableArray<int> BaselineSeeds,
    double Relevance,
    string Reason)
{
    /// <summary>The representation of the edge.</summary>
    public Representation Representation => Model.Representation;

    /// <summary>Jobs that it costs: augmented models and baselines.</summary>
    public int Jobs => Seeds.Length + BaselineSeeds.Length;

    /// <summary>The models to train, baselines first; on the same materials as those that are there.</summary>
    public IEnumerable<ModelSpec> Models =>
        BaselineSeeds.Select(seed => Model.Baseline with { Seed = seed }).Concat(Seeds.Select(seed => Model with { Seed = seed }));
}
