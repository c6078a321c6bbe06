namespace Tomography.Crystals;

/// <summary>Checks that graph builders share.</summary>
internal static class GraphChecks
{
    public static void Radius(double radiusAngstrom)
    {
        if (!(radiusAngstrom > 0 && radiusAngstrom <= NeighbourSearch.MaximumRadiusAngstrom))
            throw new ArgumentOutOfRangeException(nameof(radiusAngstrom), radiusAngstrom,
                $"The radius must be above 0 and at most {NeighbourSearch.MaximumRadiusAngstrom} angstrom.");
    }

    public static void Ordered(Crystal crystal)
    {
        for (var i = 0; i < crystal.Sites.Length; i++)
            if (!crystal.Sites[i].IsOrdered)
                throw new DisorderedCrystalException(i, crystal.Sites[i]);
        if (crystal.Sites.IsEmpty) throw new ArgumentException("The crystal has no sites.", nameof(crystal));
    }
}
