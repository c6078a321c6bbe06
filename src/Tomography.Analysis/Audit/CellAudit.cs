using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>The cells of a dataset.</summary>
/// <param name="Sites">How many cells have how many sites, by number of sites.</param>
/// <param name="Duplicates">How many materials are the same crystal as another; null where nobody looked.</param>
/// <param name="FirstDuplicates">Ids of the first of them, a list per crystal; at most <see cref="MostShown"/> lists.</param>
public sealed record CellAudit(
    ImmutableArray<SiteCount> Sites, int? Duplicates, ImmutableArray<ImmutableArray<string>> FirstDuplicates)
{
    /// <summary>How many crystals with several ids are named.</summary>
    public const int MostShown = 20;

    /// <summary>The number of sites of the middle cell.</summary>
    public int MedianSites
    {
        get
        {
            var (half, seen) = ((Sites.Sum(s => s.Materials) + 1) / 2, 0);
            return Sites.First(s => (seen += s.Materials) >= half).Sites;
        }
    }
}
