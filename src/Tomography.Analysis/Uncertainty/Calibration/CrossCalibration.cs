using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>
/// Judges calibration by crystals that it does not know: they are cut into two halves, and each half is judged by what the other half
/// calibrates. Crystals of one formula are in one half: they err alike.
/// </summary>
internal static class CrossCalibration
{
    // Any stream will do, as long as it is always the same.
    private const ulong Stream = 0x686C_7665;

    /// <summary>The crystals with the calibrations of the other half; none where a half would be empty.</summary>
    /// <param name="crystals">The crystals.</param>
    /// <param name="usesSpread">Whether every crystal has a spread.</param>
    /// <param name="groupOf">The group in which a crystal is calibrated; null for none.</param>
    /// <param name="usesTold">Whether what models say of the noise of a crystal is used.</param>
    public static ImmutableArray<JudgedCrystal> Of(
        IReadOnlyCollection<UnseenCrystal> crystals, bool usesSpread, Func<UnseenCrystal, string?>? groupOf = null, bool usesTold = false)
    {
        var (first, second) = Halves(crystals);
        if (first.Length == 0 || second.Length == 0) return [];
        return [.. Judged(first, second), .. Judged(second, first)];

        IEnumerable<JudgedCrystal> Judged(UnseenCrystal[] half, UnseenCrystal[] other)
        {
            var calibration = new ConformalCalibration(other, usesSpread, groupOf, usesTold);
            return half.Select(crystal => new JudgedCrystal(crystal, groupOf?.Invoke(crystal), calibration));
        }
    }

    /// <summary>Two halves, of whole formulas, about equally large.</summary>
    public static (UnseenCrystal[] First, UnseenCrystal[] Second) Halves(IReadOnlyCollection<UnseenCrystal> crystals)
    {
        var formulas = crystals.GroupBy(c => c.Formula, StringComparer.Ordinal).Select(g => g.ToArray()).ToArray();
        new SplitMixRandom(Stream).Shuffle<UnseenCrystal[]>(formulas);
        var (first, second) = (new List<UnseenCrystal>(), new List<UnseenCrystal>());
        foreach (var formula in formulas) (first.Count <= second.Count ? first : second).AddRange(formula);
        return ([.. first], [.. second]);
    }
}
