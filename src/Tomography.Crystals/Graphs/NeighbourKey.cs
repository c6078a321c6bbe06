namespace Tomography.Crystals;

/// <summary>A neighbour packed into one number that sorts by (grid distance, colour, site): 24, 20 and 20 bits.</summary>
internal static class NeighbourKey
{
    /// <summary>More sites than this in a cell do not fit a key.</summary>
    public const int MaximumSites = 1 << 20;

    private const int SiteMask = MaximumSites - 1;

    public static ulong Of(int grid, int site) => (ulong)(uint)grid << 40 | (uint)site;

    public static ulong WithColour(ulong key, int colour) => key & ~((ulong)SiteMask << 20) | (ulong)(uint)colour << 20;

    public static int Grid(ulong key) => (int)(key >> 40);

    public static int Site(ulong key) => (int)(key & SiteMask);
}
