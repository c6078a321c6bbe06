using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>How many true values calibrated intervals of a level hold.</summary>
/// <param name="Level">The share that they are to hold.</param>
/// <param name="Coverage">The share that they hold.</param>
/// <param name="Deviation">Standard deviation of that share, as if crystals were independent.</param>
/// <param name="Width">Mean width of the intervals, in the target's unit.</param>
public sealed record LevelCoverage(double Level, double Coverage, double Deviation, double Width)
{
    /// <summary>The coverage of judged crystals; null where there are none, or too few to calibrate the level.</summary>
    internal static LevelCoverage? Of(IReadOnlyCollection<JudgedCrystal> judged, double level)
    {
        double?[] reaches = [.. judged.Select(j => j.Reach(level))];
        if (reaches.Length == 0 || reaches.Contains(null)) return null;
        var held = judged.Zip(reaches).Count(pair => pair.First.Crystal.Error <= pair.Second);
        var share = (double)held / reaches.Length;
        return new(level, share, Math.Sqrt(share * (1 - share) / reaches.Length), 2 * reaches.Average()!.Value);
    }
}
