using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>Sites of a cell, sorted into kinds, with a search for the site of a kind at a place.</summary>
internal sealed class SymmetrySites
{
    private readonly Lattice _lattice;
    private readonly ImmutableArray<Vector3>[] _kinds;
    private readonly PositionIndex[] _indices;

    /// <param name="lattice">The lattice.</param>
    /// <param name="sites">Places with the number of their kind, from 0 on.</param>
    /// <param name="tolerance">How near a site counts as being at a place, in angstrom.</param>
    public SymmetrySites(Lattice lattice, IEnumerable<(int Kind, Vector3 Place)> sites, double tolerance)
    {
        _lattice = lattice;
        _kinds = [.. sites.GroupBy(s => s.Kind).OrderBy(g => g.Key).Select(g => g.Select(s => s.Place).ToImmutableArray())];
        _indices = [.. _kinds.Select(places => Index(lattice, places, tolerance))];
        Rarest = _kinds.MinBy(k => k.Length);
    }

    /// <summary>The places of the kind of which there are fewest.</summary>
    public ImmutableArray<Vector3> Rarest { get; }

    /// <summary>
    /// The translation of an operation, drawn to the mean of what the sites want; null where it does not bring every site to one of its
    /// kind.
    /// </summary>
    public Vector3? Fit(IntegerMatrix rotation, Vector3 translation)
    {
        var deviation = default(Vector3);
        var count = 0;
        for (var kind = 0; kind < _kinds.Length; kind++)
            foreach (var place in _kinds[kind])
            {
                var image = CrystalAssembler.Wrap(rotation * place + translation);
                var at = _indices[kind].Find(image);
                if (at < 0) return null;
                var difference = _indices[kind][at] - image;
                deviation += new Vector3(Nearest(difference.X), Nearest(difference.Y), Nearest(difference.Z));
                count++;
            }

        return translation + 1.0 / count * deviation;
    }

    /// <summary>The places with their kinds.</summary>
    public IEnumerable<(int Kind, Vector3 Place)> All => _kinds.SelectMany((places, kind) => places.Select(p => (kind, p)));

    /// <summary>The lattice.</summary>
    public Lattice Lattice => _lattice;

    private static PositionIndex Index(Lattice lattice, ImmutableArray<Vector3> places, double tolerance)
    {
        var index = new PositionIndex(lattice, tolerance, places.Length);
        foreach (var place in places) index.Add(CrystalAssembler.Wrap(place));
        return index;
    }

    private static double Nearest(double x) => x - Math.Round(x);
}
