using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>What the baselines of a target predict of crystals that they did not see.</summary>
/// <param name="Representation">What the models see of a crystal.</param>
/// <param name="Target">The target.</param>
/// <param name="Design">How there come to be such crystals.</param>
/// <param name="Seeds">The seeds of the models, at least one.</param>
/// <param name="Crystals">The crystals, each once.</param>
public sealed record UnseenCrystals(
    Representation Representation, PropertyName Target, UnseenDesign Design, ImmutableArray<int> Seeds,
    ImmutableArray<UnseenCrystal> Crystals)
{
    /// <summary>Whether models say of every crystal how noisy it is.</summary>
    public bool HasNoise => Crystals.All(crystal => crystal.Noise is not null);

    /// <summary>Whether every crystal is predicted by several models, so that their spread is known.</summary>
    public bool HasSpread { get; } = Seeds.Length > 1 && Crystals.All(crystal => crystal.Predicted.Length > 1);
}
