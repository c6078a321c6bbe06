namespace Tomography.Analysis;

/// <summary>
/// The quantile of split conformal prediction (Vovk, Gammerman, Shafer, 2005; Lei et al., JASA 113, 1094, 2018): a new score, exchangeable
/// with n others, is at most the ceil((n + 1) level)-th smallest of them with a probability of at least the level.
/// </summary>
internal static class ConformalQuantile
{
    /// <summary>The quantile of sorted scores; null where there are too few of them for the level.</summary>
    /// <param name="sorted">The scores from the smallest up.</param>
    /// <param name="level">From 0 to 1.</param>
    public static double? Of(IReadOnlyList<double> sorted, double level)
    {
        var place = PlaceOf(sorted.Count, level);
        return place > sorted.Count ? null : sorted[place - 1];
    }

    /// <summary>Which of the scores it is, from 1; beyond their number where there are too few.</summary>
    public static int PlaceOf(int count, double level) => Math.Max(1, (int)Math.Ceiling((count + 1) * level - 1e-9));

    /// <summary>How many scores a level needs.</summary>
    /// <param name="level">From 0 to below 1.</param>
    public static int Needed(double level) => Math.Max(1, (int)Math.Ceiling(level / (1 - level) - 1e-9));
}
