namespace Tomography.Analysis;

/// <summary>
/// Points sorted by x and cut into blocks of about the square root of their number, each sorted by y: the nearest points of one are found
/// in a few blocks, even where half of the points share a value.
/// </summary>
internal sealed class NeighbourBlocks
{
    private readonly double[] _xs, _ys, _sortedYs;
    private readonly int[] _points;
    private readonly int _size, _count;

    /// <summary>Sorts the points.</summary>
    /// <param name="xs">Sorted.</param>
    /// <param name="ys">In the order of <paramref name="xs"/>.</param>
    public NeighbourBlocks(double[] xs, double[] ys)
    {
        (_xs, _ys, _sortedYs) = (xs, ys, (double[])ys.Clone());
        _points = new int[xs.Length];
        for (var point = 0; point < _points.Length; point++) _points[point] = point;
        _size = Math.Max(8, (int)Math.Sqrt(xs.Length));
        _count = (xs.Length + _size - 1) / _size;
        for (var block = 0; block < _count; block++)
            Array.Sort(_sortedYs, _points, block * _size, End(block) - block * _size);
    }

    /// <summary>
    /// Distance, in the maximum norm, of a point to its k-th nearest other point, k the length of <paramref name="nearest"/>.
    /// </summary>
    /// <param name="point">Which point, in the order of x.</param>
    /// <param name="nearest">Room for k distances.</param>
    /// <returns>The distance; infinite where there are no k other points.</returns>
    public double KthDistance(int point, double[] nearest)
    {
        Array.Fill(nearest, double.PositiveInfinity);
        var own = point / _size;
        Search(own, point, nearest);
        var (left, right) = (own - 1, own + 1);
        while (true)
        {
            var toLeft = left >= 0 ? _xs[point] - _xs[End(left) - 1] : double.PositiveInfinity;
            var toRight = right < _count ? _xs[right * _size] - _xs[point] : double.PositiveInfinity;
            // No point of a block further out in x can be nearer than the k-th found.
            if (Math.Min(toLeft, toRight) >= nearest[^1]) return nearest[^1];
            Search(toLeft <= toRight ? left-- : right++, point, nearest);
        }
    }

    private int End(int block) => Math.Min(_xs.Length, (block + 1) * _size);

    // From the point's height in the block upward and downward, until y alone is too far.
    private void Search(int block, int point, double[] nearest)
    {
        var (start, end, y) = (block * _size, End(block), _ys[point]);
        var found = Array.BinarySearch(_sortedYs, start, end - start, y);
        var first = found < 0 ? ~found : found;
        for (var place = first; place < end && _sortedYs[place] - y < nearest[^1]; place++) Take(place, point, nearest);
        for (var place = first - 1; place >= start && y - _sortedYs[place] < nearest[^1]; place--) Take(place, point, nearest);
    }

    private void Take(int place, int point, double[] nearest)
    {
        var other = _points[place];
        if (other == point) return;
        var distance = Math.Max(Math.Abs(_xs[other] - _xs[point]), Math.Abs(_sortedYs[place] - _ys[point]));
        if (distance >= nearest[^1]) return;
        var rank = nearest.Length - 1;
        for (; rank > 0 && nearest[rank - 1] > distance; rank--) nearest[rank] = nearest[rank - 1];
        nearest[rank] = distance;
    }
}
