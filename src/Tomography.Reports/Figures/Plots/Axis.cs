using System.Globalization;

namespace Tomography.Reports;

/// <summary>A linear axis of a plot: which number lies where.</summary>
/// <param name="From">The number at its start.</param>
/// <param name="To">The number at its end; another one.</param>
/// <param name="Start">Where it starts, pixels.</param>
/// <param name="End">Where it ends, pixels; less than the start where numbers grow upward.</param>
internal sealed record Axis(double From, double To, double Start, double End)
{
    /// <summary>Where a number lies, pixels; numbers beyond an end lie at the end.</summary>
    public double At(double value) => Start + Math.Clamp((value - From) / (To - From), 0, 1) * (End - Start);

    /// <summary>Whether a number lies on the axis.</summary>
    public bool Holds(double value) => value >= Math.Min(From, To) && value <= Math.Max(From, To);

    /// <summary>An axis that holds numbers, and ends at round ones.</summary>
    /// <param name="values">The numbers, finite; where there are none, 0 and 1.</param>
    /// <param name="start">Where it starts, pixels.</param>
    /// <param name="end">Where it ends, pixels.</param>
    /// <param name="steps">How many steps it has, about.</param>
    public static Axis Around(IEnumerable<double> values, double start, double end, int steps = 4)
    {
        var all = values.DefaultIfEmpty(0).ToArray();
        var (least, most) = (all.Min(), all.Max());
        if (most - least < 1e-12 * Math.Max(Math.Abs(least), Math.Abs(most)) || most == least) (least, most) = (least - 0.5, most + 0.5);
        var step = Step((most - least) / steps);
        return new(Math.Floor(least / step + 1e-9) * step, Math.Ceiling(most / step - 1e-9) * step, start, end);
    }

    /// <summary>Round numbers on the axis, evenly apart.</summary>
    /// <param name="steps">How many steps there are, about.</param>
    public double[] Ticks(int steps = 4)
    {
        var step = Step(Math.Abs(To - From) / steps);
        var first = (long)Math.Ceiling(Math.Min(From, To) / step - 1e-9);
        var last = (long)Math.Floor(Math.Max(From, To) / step + 1e-9);
        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(place => (first + place) * step)];
    }

    /// <summary>A tick as people read it, with the decimals that the steps need.</summary>
    public string Text(double tick, int steps = 4)
    {
        var step = Step(Math.Abs(To - From) / steps);
        return Math.Abs(tick) >= 1e6 || (tick != 0 && step < 1e-4)
            ? NumberText.WithMinus(tick.ToString("0.##e0", CultureInfo.InvariantCulture))
            : NumberText.Plain(tick, Math.Max(0, (int)Math.Ceiling(-Math.Log10(step) - 1e-9)));
    }

    /// <summary>The smallest of 1, 2, 5, 10, 20, ... times a power of ten that is not below a number above 0.</summary>
    internal static double Step(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        foreach (var factor in (double[])[1, 2, 5])
            if (factor * power >= least * (1 - 1e-9))
                return factor * power;
        return 10 * power;
    }
}
