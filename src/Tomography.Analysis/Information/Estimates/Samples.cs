using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>What the estimates do to their samples first.</summary>
internal static class Samples
{
    private const double Noise = 1e-8;

    public static bool IsConstant(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
            if (value != values[0])
                return false;
        return true;
    }

    public static void CheckFinite(ReadOnlySpan<double> values, string name)
    {
        for (var place = 0; place < values.Length; place++)
            if (!double.IsFinite(values[place]))
                throw new ArgumentException($"Value {place} is {values[place]}; expected a finite number.", name);
    }

    /// <summary>Scaled to unit deviation, with a small noise that parts equal values; the same for the same place and stream.</summary>
    public static double[] Spread(ReadOnlySpan<double> values, ulong stream)
    {
        // Scaled by the largest first, so that squares cannot overflow.
        var largest = 0.0;
        foreach (var value in values) largest = Math.Max(largest, Math.Abs(value));
        var mean = 0.0;
        foreach (var value in values) mean += value / largest / values.Length;
        var variance = 0.0;
        foreach (var value in values) variance += (value / largest - mean) * (value / largest - mean) / values.Length;
        // Values that differ only in their last bits have no deviation that could be told from rounding; the noise then decides.
        var deviation = Math.Max(Math.Sqrt(variance), 1e-12);
        var random = new SplitMixRandom(stream);
        var spread = new double[values.Length];
        for (var place = 0; place < spread.Length; place++)
            spread[place] = (values[place] / largest - mean) / deviation + Noise * (random.Unit() - 0.5);
        return spread;
    }

    /// <summary>Values as codes 0, 1, ... in the order of the values: equal values have one code.</summary>
    public static int[] Codes(ReadOnlySpan<double> values)
    {
        var all = values.ToArray();
        var codes = all.Distinct().Order().Select((value, code) => (value, code)).ToDictionary(pair => pair.value, pair => pair.code);
        return Array.ConvertAll(all, value => codes[value]);
    }

    /// <summary>The order that leaves every sample where it is.</summary>
    public static int[] Unchanged(int count) => [.. Enumerable.Range(0, count)];

    /// <summary>The places of the materials that have every property, in order.</summary>
    public static int[] Complete(params ReadOnlySpan<PropertyColumn> columns)
    {
        var places = new List<int>();
        for (var place = 0; place < columns[0].Values.Length; place++)
        {
            var hasAll = true;
            foreach (var column in columns) hasAll &= column.Has(place);
            if (hasAll) places.Add(place);
        }

        return [.. places];
    }

    /// <summary>
    /// Up to <paramref name="most"/> of some places, drawn without replacement and in order; the same every time, and by the number of
    /// places alone, so that gaps elsewhere change nothing.
    /// </summary>
    public static int[] Subsample(int[] places, int most)
    {
        if (places.Length <= most) return places;
        var order = Enumerable.Range(0, places.Length).ToArray();
        new SplitMixRandom((ulong)order.Length).Shuffle(order.AsSpan());
        return [.. order.Take(most).Order().Select(place => places[place])];
    }

    /// <summary>The values at some places.</summary>
    public static double[] At(ReadOnlySpan<double> values, int[] places)
    {
        var chosen = new double[places.Length];
        for (var place = 0; place < chosen.Length; place++) chosen[place] = values[places[place]];
        return chosen;
    }
}
