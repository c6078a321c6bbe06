using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>
/// The kind of oxygen bonding by distances, with the limits that pymatgen's <c>oxide_type</c> has: 1.1 times the bond lengths of
/// hydroxide (0.93 angstrom), superoxide (1.35) and peroxide (1.49).
/// </summary>
internal static class OxideType
{
    private const double Slack = 1.1;
    private const double Hydroxide = Slack * 0.93, Superoxide = Slack * 1.35, Peroxide = Slack * 1.49;
    private const int Hydrogen = 1, Oxygen = 8;

    private static readonly ImmutableArray<string> s_classes = PropertyCatalogue.Known.Find("oxide-type")!.Classes;

    /// <summary>The index of the class of <c>oxide-type</c>.</summary>
    public static double Of(Crystal crystal) => s_classes.IndexOf(Name(crystal));

    private static string Name(Crystal crystal)
    {
        int[] elements = [.. crystal.Sites.Select(s => s.Occupants[0].AtomicNumber)];
        // Oxygen itself is no oxide.
        if (!elements.Contains(Oxygen) || elements.All(e => e == Oxygen)) return "None";
        var search = new NeighbourSearch(crystal);
        var found = new List<ulong>();
        var (isSuperoxide, isPeroxide, isOzonide) = (false, false, false);
        for (var i = 0; i < elements.Length; i++)
        {
            if (elements[i] != Oxygen) continue;
            found.Clear();
            search.Collect(i, Peroxide, found);
            var bonds = 0;
            foreach (var key in found)
            {
                var distance = DistanceGrid.ToAngstrom(NeighbourKey.Grid(key));
                var other = elements[NeighbourKey.Site(key)];
                if (other == Hydrogen && distance < Hydroxide) return "hydroxide";
                if (other != Oxygen || distance >= Peroxide) continue;
                if (distance < Superoxide) bonds++;
                else isPeroxide = true;
            }

            isSuperoxide |= bonds > 0;
            // Three in a row: one of them has two bonds.
            isOzonide |= bonds > 1;
        }

        return isOzonide ? "ozonide" : isSuperoxide ? "superoxide" : isPeroxide ? "peroxide" : "oxide";
    }
}
