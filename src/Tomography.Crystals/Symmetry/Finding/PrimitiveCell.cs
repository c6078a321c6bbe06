namespace Tomography.Crystals;

/// <summary>The smallest cell of a crystal, its vectors short and right-handed.</summary>
internal static class PrimitiveCell
{
    private const double Least = 1e-3;

    /// <summary>The sites of the primitive cell; null where the tolerance makes translations that are none.</summary>
    public static SymmetrySites? Of(SymmetrySites sites, double tolerance)
    {
        var translations = new List<Vector3>();
        foreach (var place in sites.Rarest)
            if (sites.Fit(IntegerMatrix.Identity, place - sites.Rarest[0]) is { } translation)
                translations.Add(translation);
        if (Lattice(sites.Lattice, translations) is not { } lattice) return null;
        var known = new Dictionary<int, PositionIndex>();
        var inCell = new List<(int, Vector3)>();
        var all = sites.All.ToArray();
        foreach (var (kind, place) in all)
        {
            var moved = CrystalAssembler.Wrap(lattice.ToFractional(sites.Lattice.ToCartesian(place)));
            if (!known.TryGetValue(kind, out var index)) known[kind] = index = new(lattice, tolerance, 8);
            if (index.Find(moved) >= 0) continue;
            index.Add(moved);
            inCell.Add((kind, moved));
        }

        return inCell.Count * translations.Count == all.Length ? new(lattice, inCell, tolerance) : null;
    }

    private static Lattice? Lattice(Lattice lattice, List<Vector3> translations)
    {
        var n = translations.Count;
        var reduced = LatticeReduction.Reduce(lattice);
        // n times a translation is a lattice vector, so that its fractions are known exactly.
        var vectors = translations.Select(t => new Vector3(Math.Round(n * t.X) / n, Math.Round(n * t.Y) / n, Math.Round(n * t.Z) / n))
            .SelectMany(t => Images(reduced.ToFractional(lattice.ToCartesian(t)))).Select(reduced.ToCartesian)
            .Where(v => v.Length > Least).OrderBy(v => v.Length).ToArray();
        // The shortest vector, the shortest across it and the shortest out of their plane make a lattice's basis.
        var a = vectors[0];
        if (First(vectors, v => Vector3.Cross(a, v).Length > Least * a.Length) is not { } b) return null;
        var normal = Vector3.Cross(a, b);
        if (First(vectors, v => Math.Abs(Vector3.Dot(normal, v)) > Least * normal.Length) is not { } c) return null;
        var volume = lattice.Volume / n;
        return Math.Abs(Math.Abs(Vector3.Dot(normal, c)) - volume) < 0.01 * volume
            ? RightHanded(LatticeReduction.Reduce(new(a, b, c)))
            : null;
    }

    private static Vector3? First(Vector3[] vectors, Func<Vector3, bool> isWanted)
    {
        foreach (var v in vectors)
            if (isWanted(v)) return v;
        return null;
    }

    private static IEnumerable<Vector3> Images(Vector3 t)
    {
        var near = new Vector3(t.X - Math.Round(t.X), t.Y - Math.Round(t.Y), t.Z - Math.Round(t.Z));
        for (var i = 0; i < 27; i++)
            yield return near + new Vector3(i / 9 - 1, i / 3 % 3 - 1, i % 3 - 1);
    }

    private static Lattice RightHanded(Lattice l) =>
        Vector3.Dot(l.A, Vector3.Cross(l.B, l.C)) > 0 ? l : new(-1 * l.A, -1 * l.B, -1 * l.C);
}
