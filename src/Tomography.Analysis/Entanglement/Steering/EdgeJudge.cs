using System.Globalization;

namespace Tomography.Analysis;

/// <summary>Judges whether an edge is settled.</summary>
/// <remarks>
/// An edge is undecided where the 95 % interval of its mean change, mean
/// +- t s / sqrt(n), holds 0 or, where all of it is a reduction, the level of the controls; it is settled where that tells its sign and
/// that it beats the controls (or does not), where the whole interval is smaller than the smallest effect, and where it has had the most
/// seeds.
/// </remarks>
internal static class EdgeJudge
{
    /// <summary>Judges an edge.</summary>
    /// <param name="edge">The edge.</param>
    /// <param name="controlReduction">What a control reaches for its target, a fraction; null where none was measured.</param>
    /// <param name="usualDeviation">Deviation over seeds to expect of an edge with one seed.</param>
    /// <param name="settings">When an edge is settled.</param>
    public static EdgeSettling Of(Edge edge, double? controlReduction, double usualDeviation, SteeringSettings settings)
    {
        var seeds = edge.Seeds.Length;
        var deviation = edge.Deviation ?? usualDeviation;
        var error = deviation / Math.Sqrt(Math.Max(1, seeds));
        var relevance = Math.Abs(edge.SeedMean) + error;
        if (seeds >= settings.MostSeeds) return Settled($"it has had {seeds} seeds");
        if (seeds < 2) return Undecided($"one seed ({Percent(edge.SeedMean)}) says nothing of its range");

        var half = StudentT.Quantile975(seeds - 1) * error;
        var (low, high) = (edge.SeedMean - half, edge.SeedMean + half);
        var interval = $"{Percent(low)} to {Percent(high)} by {seeds} seeds";
        if (Math.Max(-low, high) < settings.SmallestEffect) return Settled($"its effect is too small to matter, {interval}");
        if (low <= 0 && high >= 0) return Undecided($"it may help or harm, {interval}");
        // Only an edge that helps is measured against the controls: beyond 0 the sign of one that harms is decided, whatever they do.
        if (high < 0 && controlReduction is { } level && low <= -level && high >= -level)
            return Undecided($"it cannot be told from a control ({Percent(-level)}), {interval}");
        return Settled($"its mean is decided, {interval}");

        EdgeSettling Settled(string reason) => new(true, relevance, 0, reason);

        // About (2 s / effect)^2 seeds put an effect two standard errors from 0.
        EdgeSettling Undecided(string reason)
        {
            var enough = Math.Ceiling(Math.Pow(2 * deviation / Math.Max(Math.Abs(edge.SeedMean), settings.SmallestEffect), 2));
            var wanted = seeds < 2 ? settings.SeedsPerPlan : (int)Math.Clamp(enough - seeds, 1, settings.SeedsPerPlan);
            return new(false, relevance, Math.Min(wanted, settings.MostSeeds - seeds), reason);
        }
    }

    private static string Percent(double fraction) => (100 * fraction).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " %";
}
