using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>
/// Whether what helps most when learnt along is also what something else puts first: partners are ranked within each target.
/// </summary>
/// <param name="Representation">The representation.</param>
/// <param name="With">What transfer effects are ranked against.</param>
/// <param name="Ranks">The agreement of the two rankings; null where there is too little to rank.</param>
/// <param name="Pairs">Ordered pairs of properties behind it.</param>
/// <param name="Sources">Different properties among those learnt along.</param>
public sealed record TransferAgreement(
    Representation Representation, TransferRanking With, RankCorrelation? Ranks, int Pairs, int Sources)
{
    /// <summary>Fewer pairs have no agreement.</summary>
    public const int FewestPairs = ImportanceAgreement.FewestPairs;

    /// <summary>Fewer properties learnt along have none.</summary>
    public const int FewestSources = ImportanceAgreement.FewestFeatures;

    /// <summary>The agreements of each representation, first with affinity. Effects that cannot be trusted are left out.</summary>
    internal static ImmutableArray<TransferAgreement> Of(IEnumerable<TransferComparison> comparisons) =>
    [
        .. comparisons.GroupBy(c => c.Representation).SelectMany(group => new[]
        {
            Of(group.Key, TransferRanking.Affinity, group, c => c.Gradient?.Affinity),
            Of(group.Key, TransferRanking.Feature, group, c => Reduction(c.Feature)),
        }),
    ];

    private static TransferAgreement Of(
        Representation representation, TransferRanking with, IEnumerable<TransferComparison> comparisons,
        Func<TransferComparison, double?> other)
    {
        RankedPair[] pairs =
        [
            .. from c in comparisons
               let transfer = Reduction(c.Transfer)
               let second = other(c)
               where transfer is not null && second is not null
               select new RankedPair(c.To.Value, c.From.Value, transfer.Value, second.Value),
        ];
        var sources = pairs.Select(pair => pair.Cluster).Distinct().Count();
        var isEnough = pairs.Length >= FewestPairs && sources >= FewestSources;
        return new(representation, with, isEnough ? RankCorrelation.Of(pairs) : null, pairs.Length, sources);
    }

    private static double? Reduction(EdgeVerdict? verdict) =>
        verdict is { Kind: not VerdictKind.Untrusted, Effect: { } effect } ? -effect.Change : null;
}
