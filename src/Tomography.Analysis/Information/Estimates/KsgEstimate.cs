namespace Tomography.Analysis;

/// <summary>Two numbers: see <see cref="MutualInformation.Ksg"/>.</summary>
internal sealed class KsgEstimate : MutualEstimate
{
    private const ulong StreamX = 0x6B7367;
    private const ulong StreamY = 0x726F7373;

    private readonly int _neighbours;
    private readonly bool _tellsNothing;
    private readonly double[] _sortedX = [], _y = [], _sortedY = [], _psi = [];
    private readonly int[] _places = [];

    public KsgEstimate(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int neighbours)
    {
        _neighbours = neighbours;
        _tellsNothing = x.Length <= neighbours || Samples.IsConstant(x) || Samples.IsConstant(y);
        if (_tellsNothing) return;
        _sortedX = Samples.Spread(x, StreamX);
        _places = [.. Enumerable.Range(0, x.Length)];
        Array.Sort(_sortedX, _places);
        _y = Samples.Spread(y, StreamY);
        _sortedY = (double[])_y.Clone();
        Array.Sort(_sortedY);
        _psi = Digamma.Table(x.Length);
    }

    public override double Bits(ReadOnlySpan<int> order)
    {
        if (_tellsNothing) return 0;
        var y = new double[_places.Length];
        for (var point = 0; point < y.Length; point++) y[point] = _y[order[_places[point]]];
        var blocks = new NeighbourBlocks(_sortedX, y);
        var nearest = new double[_neighbours];
        var sum = 0.0;
        for (var point = 0; point < y.Length; point++)
        {
            var distance = blocks.KthDistance(point, nearest);
            sum += _psi[Neighbours.Nearer(_sortedX, _sortedX[point], distance) + 1]
                + _psi[Neighbours.Nearer(_sortedY, y[point], distance) + 1];
        }

        return (_psi[_neighbours] + _psi[y.Length] - sum / y.Length) / Math.Log(2);
    }
}
