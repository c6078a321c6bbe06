namespace Tomography.Analysis;

/// <summary>Where models see candidates: their pooled crystal vectors, each dimension divided by its standard deviation.</summary>
public sealed class LatentPlaces
{
    // Enough pairs for a median.
    private const int Pairs = 2000;
    private const ulong Stream = 0x706C_6163_65;

    private readonly float[] _rows;
    private readonly int _width;

    private LatentPlaces(float[] rows, int width) => (_rows, _width) = (rows, width);

    /// <summary>No places: all candidates are alike.</summary>
    public static LatentPlaces None { get; } = new([], 0);

    /// <summary>The median distance of two candidates; 0 where there are no places.</summary>
    public double Typical { get; private init; }

    /// <summary>The places by the vectors of some models.</summary>
    /// <param name="vectors">Per model the vectors of all candidates, row by row; finite.</param>
    /// <param name="count">How many candidates there are.</param>
    public static LatentPlaces Of(IReadOnlyList<float[]> vectors, int count)
    {
        if (count == 0 || vectors.Count == 0) return None;
        var widths = vectors.Select(v => v.Length / count).ToArray();
        var width = widths.Sum();
        var rows = new float[count * width];
        for (var (model, at) = (0, 0); model < widths.Length; at += widths[model++])
            for (var d = 0; d < widths[model]; d++)
                Standardise(vectors[model], widths[model], d, rows, width, at + d);
        var places = new LatentPlaces(rows, width);
        var random = new SplitMixRandom(Stream);
        double[] distances =
            [.. Enumerable.Range(0, count < 2 ? 0 : Pairs).Select(_ => places.Distance(random.Below(count), random.Below(count)))
                .Where(d => d > 0).Order()];
        return new(rows, width) { Typical = distances.Length == 0 ? 0 : Percentile.Of(distances, 0.5) };
    }

    /// <summary>The distance of two candidates; 0 where there are no places.</summary>
    public double Distance(int one, int other)
    {
        var left = _rows.AsSpan(one * _width, _width);
        var right = _rows.AsSpan(other * _width, _width);
        var sum = 0.0;
        for (var d = 0; d < left.Length; d++) sum += (double)(left[d] - right[d]) * (left[d] - right[d]);
        return Math.Sqrt(sum);
    }

    private static void Standardise(float[] vectors, int from, int column, float[] rows, int width, int at)
    {
        var count = vectors.Length / from;
        var (sum, squares) = (0.0, 0.0);
        for (var i = 0; i < count; i++) sum += vectors[i * from + column];
        var mean = sum / count;
        for (var i = 0; i < count; i++) squares += (vectors[i * from + column] - mean) * (vectors[i * from + column] - mean);
        var deviation = Math.Sqrt(squares / count);
        // A dimension that hardly varies tells nothing, and would blow up rounding.
        var scale = deviation > 1e-7 * Math.Max(1, Math.Abs(mean)) ? 1 / deviation : 0;
        for (var i = 0; i < count; i++) rows[i * width + at] = (float)((vectors[i * from + column] - mean) * scale);
    }
}
