namespace Tomography.Analysis;

/// <summary>How far predictions are off inside the applicability domain and outside.</summary>
/// <param name="Inside">The crystals inside.</param>
/// <param name="Outside">Those outside.</param>
/// <param name="Rank">Whether crystals farther from the training crystals are predicted worse; null where that cannot be told.</param>
public sealed record DomainErrors(MeanError Inside, MeanError Outside, RankAgreement? Rank)
{
    /// <summary>The error outside over that inside; null where there is no crystal on one side, or no error inside.</summary>
    public double? Ratio => Inside.Mean > 0 && Outside.Mean is { } outside ? outside / Inside.Mean : null;

    /// <summary>The errors of crystals; null where the distance of one is not known.</summary>
    internal static DomainErrors? Of(IReadOnlyCollection<UnseenCrystal> crystals) =>
        crystals.Any(c => c.Distance is null)
            ? null
            : new(
                MeanError.Of([.. crystals.Where(c => c.Distance <= 1).Select(c => c.Error)]),
                MeanError.Of([.. crystals.Where(c => c.Distance > 1).Select(c => c.Error)]),
                RankAgreement.Of([.. crystals.Select(c => (c.Distance!.Value, c.Error))]));
}
