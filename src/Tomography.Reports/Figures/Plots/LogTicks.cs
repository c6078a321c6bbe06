using System.Globalization;

namespace Tomography.Reports;

/// <summary>Round numbers on a logarithmic axis.</summary>
internal static class LogTicks
{
    private const int Fewest = 2;

    /// <summary>The powers of ten between two ends, given as logarithms; where those are few, twos and fives besides; else the
    /// ends.</summary>
    public static double[] Of(double least, double most)
    {
        foreach (var factors in (double[][])[[1], [1, 3], [1, 2, 5], [1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9]])
        {
            var ticks = (
                from power in Enumerable.Range((int)Math.Floor(least), (int)Math.Ceiling(most) - (int)Math.Floor(least) + 1)
                from factor in factors
                let tick = factor * Math.Pow(10, power)
                where Math.Log10(tick) >= least - 1e-9 && Math.Log10(tick) <= most + 1e-9
                select tick).ToArray();
            if (ticks.Length >= Fewest) return ticks;
        }

        return [Math.Pow(10, least), Math.Pow(10, most)];
    }

    /// <summary>A tick with three digits at most.</summary>
    public static string Text(double tick) => tick is >= 1e5 or < 1e-3
        ? NumberText.WithMinus(tick.ToString("0.##e0", CultureInfo.InvariantCulture))
        : double.Parse(tick.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            .ToString("#,0.######", CultureInfo.InvariantCulture);
}
