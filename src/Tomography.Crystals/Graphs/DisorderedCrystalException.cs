namespace Tomography.Crystals;

/// <summary>
/// A graph was asked of a crystal in which a site is shared by elements or partly empty; crystal graphs have one element per node.
/// </summary>
internal sealed class DisorderedCrystalException : Exception
{
    /// <summary>Says which site is disordered.</summary>
    public DisorderedCrystalException(int siteIndex, Site site)
        : base(
            $"Site {siteIndex + 1} of the crystal is disordered ({Describe(site)}): a crystal graph needs every site filled by one "
                + $"element. Leave the material out or use an ordered approximant.")
    {
        SiteIndex = siteIndex;
    }

    /// <summary>Index of the first disordered site, from 0.</summary>
    public int SiteIndex { get; }

    private static string Describe(Site site) => site.Occupants.IsDefaultOrEmpty
        ? "empty"
        : string.Join(", ", site.Occupants.Select(o => $"{ElementTable.SymbolOf(o.AtomicNumber)} {o.Occupancy:0.###}"));
}
