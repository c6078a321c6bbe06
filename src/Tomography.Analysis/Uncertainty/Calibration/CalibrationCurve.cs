using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>Shares that intervals are to hold against those that they hold, at 1 % to 99 %.</summary>
internal static class CalibrationCurve
{
    /// <summary>The curve of judged crystals, at least one.</summary>
    public static ImmutableArray<CalibrationPoint> Of(ImmutableArray<JudgedCrystal> judged)
    {
        var hasSpread = judged.All(j => j.Crystal.Spread is not null);
        // What does not depend on the level, once.
        double[] errors = [.. judged.Select(j => j.Crystal.Error)], sigmas = [.. judged.Select(j => j.Sigma)];
        return [.. Enumerable.Range(1, 99).Select(percent => Point(percent / 100.0))];

        CalibrationPoint Point(double level)
        {
            var z = NormalError.Reach(level);
            return new(
                level,
                Calibrated(level),
                Share(i => z * sigmas[i]),
                hasSpread ? Share(i => z * judged[i].Crystal.Spread!.Value) : null);
        }

        double? Calibrated(double level)
        {
            double?[] reaches = [.. judged.Select(j => j.Reach(level))];
            return reaches.Contains(null) ? null : Share(i => reaches[i]!.Value);
        }

        double Share(Func<int, double> reach)
        {
            var held = 0;
            for (var i = 0; i < errors.Length; i++)
                if (errors[i] <= reach(i))
                    held++;
            return (double)held / errors.Length;
        }
    }

    /// <summary>
    /// The area between a curve and what it is to be, from 0 to 0.5: the miscalibration area (Tran et al., Mach. Learn.: Sci. Technol. 1,
    /// 025006, 2020). Levels without a share count as right.
    /// </summary>
    public static double Area(IEnumerable<(double Level, double? Share)> curve)
    {
        var (area, last, gap) = (0.0, 0.0, 0.0);
        foreach (var (level, share) in curve.Append((1, 1)))
        {
            var next = share is { } held ? Math.Abs(held - level) : 0;
            area += (level - last) * (gap + next) / 2;
            (last, gap) = (level, next);
        }

        return area;
    }
}
