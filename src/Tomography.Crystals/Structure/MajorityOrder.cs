using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>An ordered crystal in place of a disordered one.</summary>
/// <param name="Crystal">The crystal; null where there is none.</param>
/// <param name="Words">What was decided, or why there is no crystal.</param>
internal sealed record MajorityOrder(Crystal? Crystal, string Words)
{
    private const double LeastOccupancy = 0.5;

    // Half of a site is written 0.5, and as a sum of thirds and the like.
    private const double Slack = 1e-6;

    /// <summary>
    /// Gives each site the element with the largest occupancy, of equal ones that of the lower atomic number. Sites that are less than
    /// half filled are left out.
    /// </summary>
    public static MajorityOrder Of(Crystal crystal)
    {
        var sites = ImmutableArray.CreateBuilder<Site>(crystal.Sites.Length);
        var (decided, dropped) = (0, 0);
        foreach (var site in crystal.Sites)
        {
            if (site.IsOrdered) sites.Add(site);
            else if (site.Occupants.Sum(o => o.Occupancy) < LeastOccupancy - Slack) dropped++;
            else
            {
                decided++;
                sites.Add(new(site.Fractional, MostFrequent(site.Occupants)));
            }
        }

        if (sites.Count == 0) return new(null, "every site is mostly empty");
        var ordered = crystal with { Sites = sites.ToImmutable() };
        if (CrystalAssembler.Overlap(ordered) is not null)
            return new(null, $"with one element on each site two atoms are nearer than {CrystalAssembler.OverlapAngstrom} angstrom");
        var left = dropped == 0 ? "" : $", {dropped} mostly empty left out";
        return new(ordered, $"of {crystal.Sites.Length} sites {decided} decided{left}");
    }

    private static int MostFrequent(ImmutableArray<Occupant> occupants)
    {
        var shares = occupants.GroupBy(o => o.AtomicNumber).Select(g => (Number: g.Key, Share: g.Sum(o => o.Occupancy))).ToArray();
        var most = shares.Max(s => s.Share);
        return shares.Where(s => s.Share > most - Slack).Min(s => s.Number);
    }
}
