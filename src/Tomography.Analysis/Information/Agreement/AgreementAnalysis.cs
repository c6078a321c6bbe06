using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Sets what features do to the error beside what they add in information.</summary>
internal static class AgreementAnalysis
{
    /// <summary>The agreement per representation, followed by those of its targets that have features enough.</summary>
    /// <param name="information">The information.</param>
    /// <param name="verdicts">The verdicts. An edge without an effect, or one that cannot be trusted, is left out.</param>
    public static ImmutableArray<ImportanceAgreement> Of(InformationTable information, IReadOnlyCollection<EdgeVerdict> verdicts) =>
    [
        .. verdicts.GroupBy(verdict => verdict.Representation).SelectMany(group =>
        {
            RankedPair[] pairs = [.. group.Select(verdict => Pair(information, verdict)).OfType<RankedPair>()];
            var perTarget = pairs.GroupBy(pair => pair.Stratum).Where(target => IsEnough([.. target])).ToArray();
            return perTarget.Select(target => Agreement(group.Key, new PropertyName(target.Key), [.. target]))
                .Prepend(Agreement(group.Key, null, pairs));
        }),
    ];

    private static RankedPair? Pair(InformationTable information, EdgeVerdict verdict) =>
        verdict is { Effect: { } effect, Kind: not VerdictKind.Untrusted, Feature.Single: { } feature }
        && information.Find(feature, verdict.Target)?.Second?.By(DecompositionMethod.Broja) is { } parts
            ? new(verdict.Target.Value, feature.Value, -effect.Change, parts.Added.LessChance)
            : null;

    private static ImportanceAgreement Agreement(Representation representation, PropertyName? target, RankedPair[] pairs) =>
        new(representation, target, IsEnough(pairs) ? RankCorrelation.Of(pairs) : null, pairs.Length, Features(pairs));

    private static bool IsEnough(RankedPair[] pairs) =>
        pairs.Length >= ImportanceAgreement.FewestPairs && Features(pairs) >= ImportanceAgreement.FewestFeatures;

    private static int Features(RankedPair[] pairs) => pairs.Select(pair => pair.Cluster).Distinct().Count();
}
