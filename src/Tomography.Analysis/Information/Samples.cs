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

    /// <summary>Up to <paramref name="most"/> places of <paramref name="count"/>, drawn without replacement and in order; the same every time.</summary>
    public static int[] Subsample(int count, int most)
    {
        var places = Enumerable.Range(0, count).ToArray();
        if (count <= most) return places;
        new SplitMixRandom((ulong)count).Shuffle(places.AsSpan());
        return [.. places.Take(most).Order()];
    }

    /// <summary>The values at some places.</summary>
    public static double[] At(ReadOnlySpan<double> values, int[] places)
    {
        var chosen = new double[places.Length];
        for (var place = 0; place < chosen.Length; place++) chosen[place] = values[places[place]];
        return chosen;
    }
}
