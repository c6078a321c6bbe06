using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// Whether the features that add information about a target, unique or synergetic, are those that reduce the error, as [T] reads it
/// (equation 3 and the text below it).
/// </summary>
/// <param name="Representation">The representation of the models.</param>
/// <param name="Target">The target; null for all targets of the representation, features being ranked within each.</param>
/// <param name="Ranks">The agreement of the two rankings; null where there is too little to rank.</param>
/// <param name="Pairs">Pairs of feature and target behind it.</param>
/// <param name="Features">Different features among them.</param>
public sealed record ImportanceAgreement(
    Representation Representation, PropertyName? Target, RankCorrelation? Ranks, int Pairs, int Features)
{
    /// <summary>Fewer pairs have no agreement.</summary>
    public const int FewestPairs = 8;

    /// <summary>Fewer features have no agreement.</summary>
    public const int FewestFeatures = 5;
}
