using System.Runtime.InteropServices;

namespace Tomography.Crystals;

/// <summary>
/// Lists the sites around a site, periodic images included. The lattice is reduced and brought to triangular form, where the
/// images within a radius are nested intervals (Fincke and Pohst 1985), so no image outside the radius is visited.
/// </summary>
internal sealed class NeighbourSearch
{
    /// <summary>Largest radius in angstrom: distances in grid steps must fit 24 bits of a key.</summary>
    public const double MaximumRadiusAngstrom = 1000;

    private readonly Vector3[] _fractional;
    private readonly double _ax, _bx, _by, _cx, _cy, _cz;

    public NeighbourSearch(Crystal crystal)
    {
        if (crystal.Sites.Length >= NeighbourKey.MaximumSites)
            throw new ArgumentException(
                $"The crystal has {crystal.Sites.Length} sites; at most {NeighbourKey.MaximumSites - 1} can be searched.",
                nameof(crystal));
        var reduced = LatticeReduction.Reduce(crystal.Lattice);
        _ax = reduced.A.Length;
        _bx = Vector3.Dot(reduced.A, reduced.B) / _ax;
        _cx = Vector3.Dot(reduced.A, reduced.C) / _ax;
        var volume = reduced.Volume;
        _by = Vector3.Cross(reduced.A, reduced.B).Length / _ax;
        _cy = (Vector3.Dot(reduced.B, reduced.C) - _bx * _cx) / _by;
        _cz = volume / (_ax * _by);
        Volume = volume;
        _fractional = new Vector3[crystal.Sites.Length];
        for (var i = 0; i < _fractional.Length; i++)
            _fractional[i] = Wrap(reduced.ToFractional(crystal.Lattice.ToCartesian(crystal.Sites[i].Fractional)));
    }

    public int SiteCount => _fractional.Length;

    public double Volume { get; }

    /// <summary>
    /// Adds to <paramref name="found"/> a key (see <see cref="NeighbourKey"/>) for each image of each site within the radius of
    /// site <paramref name="i"/>, the site itself left out. Unsorted.
    /// </summary>
    public void Collect(int i, double radiusAngstrom, List<ulong> found)
    {
        var gridLimit = DistanceGrid.ToGrid(radiusAngstrom);
        // One grid step wider, so that what rounds onto the limit is seen.
        var reach = radiusAngstrom + 1 / DistanceGrid.StepsPerAngstrom;
        var reachSquared = reach * reach;
        double inverseA = 1 / _ax, inverseB = 1 / _by, inverseC = 1 / _cz;
        var own = _fractional[i];
        for (var j = 0; j < _fractional.Length; j++)
        {
            double da = _fractional[j].X - own.X, db = _fractional[j].Y - own.Y, dc = _fractional[j].Z - own.Z;
            var lastC = Math.Floor(reach * inverseC - dc);
            for (var nc = Math.Ceiling(-reach * inverseC - dc); nc <= lastC; nc++)
            {
                var fc = dc + nc;
                var z = fc * _cz;
                var afterZ = reachSquared - z * z;
                if (afterZ < 0) continue;
                var reachY = Math.Sqrt(afterZ);
                var y0 = db * _by + fc * _cy;
                var lastB = Math.Floor((reachY - y0) * inverseB);
                for (var nb = Math.Ceiling((-reachY - y0) * inverseB); nb <= lastB; nb++)
                {
                    var y = y0 + nb * _by;
                    var afterY = afterZ - y * y;
                    if (afterY < 0) continue;
                    var reachX = Math.Sqrt(afterY);
                    var x0 = da * _ax + (db + nb) * _bx + fc * _cx;
                    var lastA = Math.Floor((reachX - x0) * inverseA);
                    for (var na = Math.Ceiling((-reachX - x0) * inverseA); na <= lastA; na++)
                    {
                        if (j == i && na == 0 && nb == 0 && nc == 0) continue;
                        var x = x0 + na * _ax;
                        var grid = DistanceGrid.ToGrid(Math.Sqrt(x * x + y * y + z * z));
                        if (grid <= gridLimit) found.Add(NeighbourKey.Of(grid, j));
                    }
                }
            }
        }
    }

    /// <summary>Replaces the content of <paramref name="found"/> by the sorted keys of all images within the radius.</summary>
    public void CollectSorted(int i, double radiusAngstrom, List<ulong> found)
    {
        found.Clear();
        Collect(i, radiusAngstrom, found);
        CollectionsMarshal.AsSpan(found).Sort();
    }

    private static Vector3 Wrap(Vector3 f) => new(Wrap(f.X), Wrap(f.Y), Wrap(f.Z));

    private static double Wrap(double x)
    {
        if (!double.IsFinite(x))
            throw new ArgumentException("A site of the crystal has a coordinate that is not a finite number.", nameof(x));
        var wrapped = x - Math.Floor(x);
        return wrapped < 1 ? wrapped : 0;
    }
}
