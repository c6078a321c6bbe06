using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>How the error falls where the least sure crystals are left out.</summary>
internal static class RejectionCurve
{
    private const int Steps = 20;

    /// <summary>The curve, from all crystals to a twentieth of them.</summary>
    /// <param name="crystals">The crystals, at least one.</param>
    public static ImmutableArray<RejectionPoint> Of(IReadOnlyCollection<UnseenCrystal> crystals)
    {
        var (best, spread, distance) = (Means(c => c.Error)!, Means(c => c.Spread), Means(c => c.Distance));
        return [.. Enumerable.Range(0, Steps).Select(step =>
        {
            var kept = 1 - (double)step / Steps;
            var place = Math.Max(1, (int)Math.Round(kept * crystals.Count)) - 1;
            return new RejectionPoint(kept, spread?[place], distance?[place], best[place]);
        })];

        // The mean error of the first n by an order, for each n; equal crystals stand in the order of the dataset.
        double[]? Means(Func<UnseenCrystal, double?> by)
        {
            if (crystals.Any(c => by(c) is null)) return null;
            var (sum, count) = (0.0, 0);
            return [.. crystals.OrderBy(by).ThenBy(c => c.Material).Select(c => (sum += c.Error) / ++count)];
        }
    }
}
