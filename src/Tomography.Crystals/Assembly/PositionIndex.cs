namespace Tomography.Crystals;

/// <summary>Finds stored positions near a place, periodic images included: fractional coordinates in buckets of the cell.</summary>
internal sealed class PositionIndex
{
    private readonly Lattice _lattice;
    private readonly int _buckets;
    private readonly int[] _head;
    private readonly double _reachA, _reachB, _reachC;
    private readonly double _toleranceSquared;
    private Vector3[] _positions;
    private int[] _next;

    /// <param name="lattice">The lattice.</param>
    /// <param name="toleranceAngstrom">How near counts, in angstrom.</param>
    /// <param name="expected">About how many positions will be stored.</param>
    public PositionIndex(Lattice lattice, double toleranceAngstrom, int expected)
    {
        _lattice = lattice;
        _toleranceSquared = toleranceAngstrom * toleranceAngstrom;
        _buckets = Math.Clamp((int)Math.Cbrt(expected / 4.0), 1, 32);
        _head = new int[_buckets * _buckets * _buckets];
        Array.Fill(_head, -1);
        _positions = new Vector3[expected];
        _next = new int[expected];
        var volume = lattice.Volume;
        _reachA = toleranceAngstrom * Vector3.Cross(lattice.B, lattice.C).Length / volume;
        _reachB = toleranceAngstrom * Vector3.Cross(lattice.C, lattice.A).Length / volume;
        _reachC = toleranceAngstrom * Vector3.Cross(lattice.A, lattice.B).Length / volume;
    }

    public int Count { get; private set; }

    public Vector3 this[int i] => _positions[i];

    public void Add(Vector3 wrapped)
    {
        if (Count == _positions.Length)
        {
            Array.Resize(ref _positions, Math.Max(8, 2 * Count));
            Array.Resize(ref _next, _positions.Length);
        }

        _positions[Count] = wrapped;
        var bucket = Bucket(Place(wrapped.X), Place(wrapped.Y), Place(wrapped.Z));
        _next[Count] = _head[bucket];
        _head[bucket] = Count++;
    }

    /// <summary>A stored position from <paramref name="from"/> on within the tolerance of a wrapped place, or -1.</summary>
    public int Find(Vector3 wrapped, int from = 0)
    {
        var (a0, a1) = Span(wrapped.X, _reachA);
        var (b0, b1) = Span(wrapped.Y, _reachB);
        var (c0, c1) = Span(wrapped.Z, _reachC);
        for (var a = a0; a <= a1; a++)
            for (var b = b0; b <= b1; b++)
                for (var c = c0; c <= c1; c++)
                    for (var i = _head[Bucket(Wrap(a), Wrap(b), Wrap(c))]; i >= from; i = _next[i])
                        if (IsNear(_positions[i], wrapped))
                            return i;
        return -1;
    }

    private bool IsNear(Vector3 p, Vector3 q)
    {
        var d = new Vector3(ToNearest(p.X - q.X), ToNearest(p.Y - q.Y), ToNearest(p.Z - q.Z));
        if (Math.Abs(d.X) > _reachA || Math.Abs(d.Y) > _reachB || Math.Abs(d.Z) > _reachC) return false;
        var cartesian = _lattice.ToCartesian(d);
        return Vector3.Dot(cartesian, cartesian) <= _toleranceSquared;
    }

    private static double ToNearest(double x) => x - Math.Round(x);

    private int Place(double x) => Math.Min((int)(x * _buckets), _buckets - 1);

    private (int From, int To) Span(double x, double reach)
    {
        if (_buckets == 1) return (0, 0);
        int from = (int)Math.Floor((x - reach) * _buckets), to = (int)Math.Floor((x + reach) * _buckets);
        return to - from >= _buckets ? (0, _buckets - 1) : (from, to);
    }

    private int Wrap(int place) => place < 0 ? place + _buckets : place >= _buckets ? place - _buckets : place;

    private int Bucket(int a, int b, int c) => (a * _buckets + b) * _buckets + c;
}
