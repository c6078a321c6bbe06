using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// Corrects a claim for having been looked at more than once. Steering adds seeds to an edge until it is decided, and each time is one more
/// chance to be wrong; so every look must be paid for (Armitage, McPherson and Rowe, J. R. Stat. Soc. A 132, 235, 1969).
/// </summary>
/// <remarks>
/// A study that is never steered spends all of its 5 % on the first look, so what later looks spend comes on top, and must be little. The
/// number of looks as a factor (Bonferroni) would keep to 5 % only if the first look spent less. Looks at the same crystals have much in
/// common, so that with the square of their number next to nothing comes on top: a test measures it.
/// </remarks>
internal static class LookCorrection
{
    /// <summary>
    /// How often an edge was looked at: once as planned, and once more for each round of steering that gave it seeds which are measured.
    /// </summary>
    /// <param name="results">The study.</param>
    /// <param name="measured">The models of the edge that are measured, one per seed.</param>
    /// <returns>At least 1. A further seed whose round is not known counts as a look of its own.</returns>
    public static int Looks(StudyResults results, IEnumerable<ModelSpec> measured)
    {
        int?[] rounds =
        [
            .. measured.Where(m => !results.Seeds.Contains(m.Seed))
                .Select(m => results.Rounds.TryGetValue(m, out var round) ? round : (int?)null),
        ];
        return 1 + rounds.OfType<int>().Distinct().Count() + rounds.Count(r => r is null);
    }

    /// <summary>How often an edge was looked at, by the rounds of steering that asked for its seeds.</summary>
    /// <param name="rounds">Of each measured seed its round; null for a seed of the experiment.</param>
    /// <returns>At least 1.</returns>
    public static int Looks(IEnumerable<int?> rounds) => 1 + rounds.OfType<int>().Distinct().Count();

    /// <summary>The chance of a claim, corrected for its looks, from 0 to 1.</summary>
    /// <param name="pValue">The chance of the last look, from 0 to 1.</param>
    /// <param name="looks">How many looks there were; at least 1.</param>
    public static double Of(double pValue, int looks) => Math.Min(1, pValue * Cost(looks));

    /// <summary>How many times less likely by chance a claim must be than at first sight; 1 for one look.</summary>
    /// <param name="looks">How many looks there were; at least 1.</param>
    public static double Cost(int looks) => (double)looks * looks;
}
