namespace Tomography.Crystals;

/// <summary>
/// Finds the space group that a crystal has by its lattice and sites alone: the primitive cell, the rotations of its lattice that the sites
/// have as well, and the group of the tables with these operations.
/// </summary>
internal static class SpaceGroupFinder
{
    /// <summary>How far sites may be from where symmetry wants them, in angstrom, where nothing is said.</summary>
    public const double UsualTolerance = 0.1;

    private const double Narrower = 0.8;
    private const int MostTries = 30;

    /// <summary>
    /// The number of the space group, 1 to 230. Where operations that hold within the tolerance make no group, a narrower one is tried.
    /// </summary>
    /// <param name="crystal">The crystal; sites of the same occupants are of one kind.</param>
    /// <param name="tolerance">How far sites may be from where symmetry wants them, in angstrom.</param>
    public static int? Find(Crystal crystal, double tolerance = UsualTolerance)
    {
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var sites = crystal.Sites.Select(s => (KindOf(s, kinds), s.Fractional)).ToArray();
        for (var i = 0; i < MostTries; i++, tolerance *= Narrower)
            if (Try(crystal.Lattice, sites, tolerance) is { } number)
                return number;
        return null;
    }

    private static int? Try(Lattice lattice, (int Kind, Vector3 Place)[] sites, double tolerance)
    {
        if (PrimitiveCell.Of(new(lattice, sites, tolerance), tolerance) is not { } primitive) return null;
        var operations = new Dictionary<IntegerMatrix, Vector3>();
        foreach (var rotation in LatticeRotations.Of(primitive.Lattice, tolerance))
            if (Translation(primitive, rotation) is { } translation)
                operations[rotation] = translation;
        return IsClosed(operations) && ConventionalBasis.Of(primitive.Lattice, operations.Keys) is { } basis
            ? SpaceGroupMatch.Number(operations, basis)
            : null;
    }

    private static Vector3? Translation(SymmetrySites primitive, IntegerMatrix rotation)
    {
        var image = rotation * primitive.Rarest[0];
        foreach (var place in primitive.Rarest)
            if (primitive.Fit(rotation, place - image) is { } translation)
                return translation;
        return null;
    }

    private static bool IsClosed(Dictionary<IntegerMatrix, Vector3> operations) =>
        operations.Count is > 0 and <= 48 && operations.Keys.All(a => operations.Keys.All(b => operations.ContainsKey(a * b)));

    private static int KindOf(Site site, Dictionary<string, int> kinds)
    {
        var occupants = site.Occupants.OrderBy(o => o.AtomicNumber);
        var key = string.Join(' ', occupants.Select(o => FormattableString.Invariant($"{o.AtomicNumber}:{o.Occupancy:0.###}")));
        if (!kinds.TryGetValue(key, out var kind)) kinds[key] = kind = kinds.Count;
        return kind;
    }
}
