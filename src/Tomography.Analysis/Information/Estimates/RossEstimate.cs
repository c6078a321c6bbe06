namespace Tomography.Analysis;

/// <summary>A number and a class: see <see cref="MutualInformation.Ross"/>.</summary>
internal sealed class RossEstimate : MutualEstimate
{
    private const ulong Stream = 0x6B7367;

    private readonly int _neighbours;
    private readonly bool _isConstant;
    private readonly double[] _sortedX = [], _psi = [];
    private readonly int[] _places = [], _classes = [], _members = [];

    public RossEstimate(ReadOnlySpan<double> x, ReadOnlySpan<double> classes, int neighbours)
    {
        _neighbours = neighbours;
        _isConstant = x.Length == 0 || Samples.IsConstant(x);
        if (_isConstant) return;
        _sortedX = Samples.Spread(x, Stream);
        _places = [.. Enumerable.Range(0, x.Length)];
        Array.Sort(_sortedX, _places);
        _classes = Samples.Codes(classes);
        _members = new int[_classes.Max() + 1];
        foreach (var code in _classes) _members[code]++;
        _psi = Digamma.Table(x.Length);
    }

    public override double Bits(ReadOnlySpan<int> order)
    {
        if (_isConstant) return 0;
        // A class of a single sample has no neighbour and is left out.
        var groups = Array.ConvertAll(_members, count => new double[count > 1 ? count : 0]);
        var all = new double[groups.Sum(group => group.Length)];
        var filled = new int[groups.Length];
        var count = 0;
        for (var point = 0; point < _sortedX.Length; point++)
        {
            var code = _classes[order[_places[point]]];
            if (groups[code].Length > 0) groups[code][filled[code]++] = all[count++] = _sortedX[point];
        }

        if (groups.Count(group => group.Length > 0) < 2) return 0;
        var sum = 0.0;
        foreach (var group in groups)
        {
            var k = Math.Min(_neighbours, group.Length - 1);
            for (var point = 0; point < group.Length; point++)
            {
                var distance = Neighbours.KthDistance(group, point, k);
                // The k-th neighbour itself is one of the m; those strictly nearer are counted, so that rounding cannot lose it.
                sum += _psi[k] - _psi[group.Length] - _psi[Neighbours.Nearer(all, group[point], distance) + 1];
            }
        }

        return (_psi[all.Length] + sum / all.Length) / Math.Log(2);
    }
}
