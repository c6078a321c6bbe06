using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>More seeds for an edge.</summary>
/// <param name="Representation">Its representation.</param>
/// <param name="Target">Its target.</param>
/// <param name="Feature">Its feature.</param>
/// <param name="Seeds">The seeds to add.</param>
/// <param name="BaselineSeeds">Those of them for which the baseline of the target must be trained too; a baseline that an earlier proposal of the plan brings is not named again.</param>
/// <param name="Relevance">How large the effect may be, a fraction; proposals come in this order.</param>
/// <param name="Reason">Why, as a phrase for people.</param>
public sealed record SteeringProposal(
    Representation Representation,
    PropertyName Target,
    PropertyName Feature,
    ImmutableArray<int> Seeds,
    ImmutableArray<int> BaselineSeeds,
    double Relevance,
    string Reason)
{
    /// <summary>Jobs that it costs: augmented models and baselines.</summary>
    public int Jobs => Seeds.Length + BaselineSeeds.Length;

    /// <summary>The models to train, baselines first.</summary>
    public IEnumerable<PlannedModel> Models =>
        BaselineSeeds.Select(seed => new PlannedModel(Representation, Target, null, seed)).Concat(Seeds.Select(seed => new PlannedModel(Representation, Target, Feature, seed)));
}
