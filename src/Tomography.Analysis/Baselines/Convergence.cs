namespace Tomography.Analysis;

/// <summary>Whether the models of several seeds were trained long enough.</summary>
/// <param name="Seeds">How many models, one per seed; at least 1.</param>
/// <param name="LateSeeds">How many of them are best in the last twentieth of their epochs.</param>
/// <param name="Epochs">How many epochs they trained, at most.</param>
/// <param name="Trend">
/// How much the validation error changes over the last fifth of the epochs (<see cref="ValidationTrend"/>), mean over the seeds that tell,
/// a fraction; null where none does.
/// </param>
public sealed record Convergence(int Seeds, int LateSeeds, int Epochs, double? Trend)
{
    private const double StillFalls = -0.01;
    private const double MoreEpochs = 1.5;

    /// <summary>
    /// Whether training came to an end: fewer than half of the seeds are best at the end, or the error no longer falls by a hundredth
    /// there. A best epoch at the end alone comes by chance where the error stays level.
    /// </summary>
    public bool IsConverged => 2 * LateSeeds < Seeds || Trend >= StillFalls;

    /// <summary>How many epochs might do where training did not come to an end: half as many again, in tens.</summary>
    public int? EpochsThatMightDo => IsConverged ? null : (int)Math.Min(int.MaxValue, 10 * Math.Ceiling(MoreEpochs * Epochs / 10.0));

    /// <summary>The convergence of some models of one representation and target; null where there are none.</summary>
    internal static Convergence? Of(IReadOnlyCollection<ModelScore> scores)
    {
        if (scores.Count == 0) return null;
        var trends = scores.Select(score => score.ValidationTrend).OfType<double>().ToArray();
        return new(
            scores.Count,
            scores.Count(IsLate),
            scores.Max(score => score.Epochs),
            trends.Length == 0 ? null : ErrorRange.Of(trends).Mean);
    }

    private static bool IsLate(ModelScore score) => 20L * score.BestEpoch > 19L * score.Epochs;
}
