using System.Runtime.Intrinsics;

namespace Tomography.Analysis;

/// <summary>
/// The applicability domain of a model: how far crystals lie from those that it was trained on, in its own latent space (Janet et al.,
/// Chemical Science 10, 7913, 2019). The distance is the mean Euclidean distance to the k nearest training crystals whose vectors differ,
/// with each dimension divided by its standard deviation over the training crystals. The domain reaches to the distance that a stated share
/// of the training crystals have to the others.
/// </summary>
public sealed class LatentDomain
{
    /// <summary>Of how many training crystals the own distances are taken at most: enough for a quantile.</summary>
    public const int MostOwn = 2000;

    private const ulong Stream = 0x646F_6D61;
    private const int Lanes = 8;

    private readonly float[] _rows;
    private readonly double[] _mean;
    private readonly double[] _scale;
    private readonly int _width;
    private readonly int _neighbours;

    private LatentDomain(float[] rows, double[] mean, double[] scale, int width, int neighbours)
    {
        (_rows, _mean, _scale, _width, _neighbours) = (rows, mean, scale, width, neighbours);
        Count = rows.Length / width;
    }

    /// <summary>How many training crystals with different vectors there are.</summary>
    public int Count { get; }

    /// <summary>The distance up to which the domain reaches; above 0.</summary>
    public double Threshold { get; private init; }

    /// <summary>The domain of a model.</summary>
    /// <param name="vectors">The vectors of its training crystals, row by row; finite.</param>
    /// <param name="dimensions">Numbers per crystal, at least 1.</param>
    /// <param name="settings">How many neighbours count, and how far the domain reaches.</param>
    /// <returns>Null where there are no more different vectors than neighbours, or where nearly all of them are the same.</returns>
    public static LatentDomain? Of(ReadOnlySpan<float> vectors, int dimensions, UncertaintySettings settings)
    {
        var count = vectors.Length / dimensions;
        var (mean, scale) = (new double[dimensions], new double[dimensions]);
        for (var d = 0; d < dimensions && count > 0; d++)
        {
            var (sum, squares) = (0.0, 0.0);
            for (var i = 0; i < count; i++) sum += vectors[i * dimensions + d];
            mean[d] = sum / count;
            for (var i = 0; i < count; i++) squares += (vectors[i * dimensions + d] - mean[d]) * (vectors[i * dimensions + d] - mean[d]);
            var deviation = Math.Sqrt(squares / count);
            // A dimension that hardly varies tells nothing, and would blow up rounding.
            scale[d] = deviation > 1e-7 * Math.Max(1, Math.Abs(mean[d])) ? 1 / deviation : 0;
        }

        var width = (dimensions + Lanes - 1) / Lanes * Lanes;
        var rows = new float[count * width];
        for (var i = 0; i < count; i++) Standardise(vectors.Slice(i * dimensions, dimensions), mean, scale, rows.AsSpan(i * width, width));
        rows = Distinct(rows, width);
        var domain = new LatentDomain(rows, mean, scale, width, settings.Neighbours);
        if (domain.Count <= settings.Neighbours) return null;
        var own = domain.OwnDistances();
        Array.Sort(own);
        var threshold = Percentile.Of(own, settings.Domain);
        return threshold > 0 ? new(rows, mean, scale, width, settings.Neighbours) { Threshold = threshold } : null;
    }

    /// <summary>The distance of each crystal as a multiple of that up to which the domain reaches: inside it is 1 at most.</summary>
    /// <param name="vectors">Their vectors, row by row.</param>
    public double[] Distances(float[] vectors)
    {
        var distances = new double[vectors.Length / _mean.Length];
        Parallel.For(0, distances.Length, i =>
        {
            var row = new float[_width];
            Standardise(vectors.AsSpan(i * _mean.Length, _mean.Length), _mean, _scale, row);
            distances[i] = Nearest(row, -1) / Threshold;
        });
        return distances;
    }

    private double[] OwnDistances()
    {
        var order = Enumerable.Range(0, Count).ToArray();
        new SplitMixRandom(Stream).Shuffle<int>(order);
        var own = new double[Math.Min(MostOwn, Count)];
        Parallel.For(0, own.Length, i => own[i] = Nearest(_rows.AsSpan(order[i] * _width, _width), order[i]));
        return own;
    }

    /// <summary>The mean distance to the nearest training crystals, one of them left out.</summary>
    private double Nearest(ReadOnlySpan<float> row, int except)
    {
        Span<double> nearest = stackalloc double[_neighbours];
        nearest.Fill(double.PositiveInfinity);
        for (var i = 0; i < Count; i++)
        {
            if (i == except) continue;
            var square = Square(row, _rows.AsSpan(i * _width, _width));
            var place = _neighbours - 1;
            if (square >= nearest[place]) continue;
            for (; place > 0 && nearest[place - 1] > square; place--) nearest[place] = nearest[place - 1];
            nearest[place] = square;
        }

        var sum = 0.0;
        foreach (var square in nearest) sum += Math.Sqrt(square);
        return sum / _neighbours;
    }

    /// <summary>The squared distance: eight sums in float32, then their sum in float64, in one order on every machine.</summary>
    private static double Square(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sums = Vector256<float>.Zero;
        for (var d = 0; d < left.Length; d += Lanes)
        {
            var gap = Vector256.Create(left[d..]) - Vector256.Create(right[d..]);
            sums += gap * gap;
        }

        var sum = 0.0;
        for (var lane = 0; lane < Lanes; lane++) sum += sums[lane];
        return sum;
    }

    private static void Standardise(ReadOnlySpan<float> vector, double[] mean, double[] scale, Span<float> row)
    {
        for (var d = 0; d < vector.Length; d++) row[d] = (float)((vector[d] - mean[d]) * scale[d]);
    }

    /// <summary>The rows, each once, in their order: copies of a crystal would be its nearest neighbours at no distance.</summary>
    private static float[] Distinct(float[] rows, int width)
    {
        var (kept, known) = (new List<float>(rows.Length), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < rows.Length; i += width)
        {
            var row = rows.AsSpan(i, width);
            if (known.Add(Convert.ToBase64String(System.Runtime.InteropServices.MemoryMarshal.AsBytes(row)))) kept.AddRange(row);
        }

        return [.. kept];
    }
}
