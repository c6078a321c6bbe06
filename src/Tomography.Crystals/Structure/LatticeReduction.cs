namespace Tomography.Crystals;

/// <summary>Finds short vectors for a lattice, so that searches over its cells stay small however skewed the cell is.</summary>
internal static class LatticeReduction
{
    // A step must shorten by more than rounding noise, so the loop ends.
    private const double WorthwhileShortening = 1 - 1e-9;

    /// <summary>A lattice of the same points, Minkowski-reduced (Semaev's greedy algorithm), its vectors from short to long.</summary>
    /// <exception cref="ArgumentException">The vectors do not span a volume.</exception>
    public static Lattice Reduce(Lattice lattice)
    {
        Vector3 a = lattice.A, b = lattice.B, c = lattice.C;
        // Relative to the edges, so that flat and non-finite lattices are refused at any scale.
        if (!(lattice.Volume > 1e-9 * a.Length * b.Length * c.Length) || !double.IsFinite(lattice.Volume))
            throw new ArgumentException("The lattice vectors of the crystal do not span a volume.", nameof(lattice));
        while (true)
        {
            SortByLength(ref a, ref b, ref c);
            ReducePair(ref a, ref b);
            var nearest = c - NearestInPlane(a, b, c);
            if (!(Square(nearest) < Square(c) * WorthwhileShortening)) break;
            c = nearest;
        }

        SortByLength(ref a, ref b, ref c);
        return new(a, b, c);
    }

    // Gauss reduction of two vectors: afterwards a is the shortest vector of their plane lattice.
    private static void ReducePair(ref Vector3 a, ref Vector3 b)
    {
        while (true)
        {
            if (Square(b) < Square(a)) (a, b) = (b, a);
            var shorter = b - Math.Round(Vector3.Dot(a, b) / Square(a)) * a;
            if (!(Square(shorter) < Square(b) * WorthwhileShortening)) return;
            b = shorter;
        }
    }

    // The point of the plane lattice of a and b nearest to c: one of those around its projection.
    private static Vector3 NearestInPlane(Vector3 a, Vector3 b, Vector3 c)
    {
        double aa = Square(a), bb = Square(b), ab = Vector3.Dot(a, b), ac = Vector3.Dot(a, c), bc = Vector3.Dot(b, c);
        var determinant = aa * bb - ab * ab;
        double u = Math.Round((ac * bb - bc * ab) / determinant), v = Math.Round((bc * aa - ac * ab) / determinant);
        var best = u * a + v * b;
        for (var i = -1; i <= 1; i++)
            for (var j = -1; j <= 1; j++)
            {
                var candidate = (u + i) * a + (v + j) * b;
                if (Square(c - candidate) < Square(c - best) * WorthwhileShortening) best = candidate;
            }

        return best;
    }

    private static void SortByLength(ref Vector3 a, ref Vector3 b, ref Vector3 c)
    {
        if (Square(b) < Square(a)) (a, b) = (b, a);
        if (Square(c) < Square(b)) (b, c) = (c, b);
        if (Square(b) < Square(a)) (a, b) = (b, a);
    }

    private static double Square(Vector3 v) => Vector3.Dot(v, v);
}
