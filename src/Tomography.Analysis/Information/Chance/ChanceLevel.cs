namespace Tomography.Analysis;

/// <summary>What an estimate gives by chance: where the feature's values were dealt out to the materials at random. Bits.</summary>
/// <param name="Mean">The mean over the shuffles: what an estimate is too large by where there is nothing. Chance can make it
/// negative.</param>
/// <param name="High">What 95 % of shuffles stay below.</param>
public sealed record ChanceLevel(double Mean, double High)
{
    /// <summary>
    /// From shuffles alone: the value of such a rank that the next shuffle lies above it once in twenty times, whatever their distribution.
    /// </summary>
    /// <param name="shuffled">Estimates from shuffled values; at least 19.</param>
    /// <exception cref="ArgumentException">There are fewer than 19.</exception>
    internal static ChanceLevel Of(IReadOnlyCollection<double> shuffled)
    {
        if (shuffled.Count < InformationSettings.FewestPartShuffles)
            throw new ArgumentException(
                $"There are {shuffled.Count} shuffles; expected at least {InformationSettings.FewestPartShuffles}.", nameof(shuffled));
        var rank = (int)Math.Ceiling(0.95 * (shuffled.Count + 1));
        return new(shuffled.Average(), shuffled.Order().ElementAt(rank - 1));
    }
}
