using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>
/// Sites as a file of any format lists them to a crystal: what stands on one place becomes one site, its occupancies are added up, and
/// what no crystal has is told.
/// </summary>
/// <param name="problems">Where to put what is wrong.</param>
/// <param name="limits">How much is read.</param>
internal sealed class CrystalAssembler(IAssemblyProblems problems, InputLimits limits)
{
    /// <summary>How near fully occupied sites do not come.</summary>
    public const double OverlapAngstrom = 0.4;

    /// <summary>How near images of a site are one site.</summary>
    public const double MergeAngstrom = 0.01;

    private const string CheckOperations =
        "Check the coordinates and operations; rounded special positions need more digits (0.33333, not 0.33); alternatives need "
            + "occupancies below 1.";

    private const string CheckCoordinates = "Check the coordinates; alternatives need occupancies below 1.";
    private const double OccupancySlack = 0.01;

    private static readonly SymmetryOperation[] s_identity = [SymmetryOperation.Identity];

    /// <summary>The crystal of a file that lists all sites of the cell, or null after an error.</summary>
    /// <param name="lattice">A lattice without <see cref="LatticeFault"/>.</param>
    /// <param name="rows">The sites listed, at least one.</param>
    public Crystal? Assemble(Lattice lattice, IReadOnlyList<RawSite> rows) => Assemble(lattice, s_identity, rows, CheckCoordinates);

    /// <summary>The crystal, or null after an error.</summary>
    /// <param name="lattice">A lattice without <see cref="LatticeFault"/>.</param>
    /// <param name="operations">The symmetry operations, the identity among them, that make the sites of the cell of those listed.</param>
    /// <param name="rows">The sites listed, at least one.</param>
    public Crystal? Assemble(Lattice lattice, SymmetryOperation[] operations, IReadOnlyList<RawSite> rows) =>
        Assemble(lattice, operations, rows, CheckOperations);

    private Crystal? Assemble(Lattice lattice, SymmetryOperation[] operations, IReadOnlyList<RawSite> rows, string adviceOnOverlap)
    {
        var index = new PositionIndex(lattice, MergeAngstrom, (int)Math.Min((long)rows.Count * operations.Length, limits.MostSites));
        var ownerOfSite = new List<int>(rows.Count);
        // Rows on one place (under symmetry) share the occupants of the first of them.
        var occupants = new List<ImmutableArray<Occupant>>(rows.Count);
        var firstRows = new List<int>(rows.Count);
        for (var r = 0; r < rows.Count; r++)
        {
            var at = index.Find(Wrap(rows[r].Fractional));
            if (at >= 0)
            {
                occupants[ownerOfSite[at]] = Merge(occupants[ownerOfSite[at]], rows[r].Occupants);
                continue;
            }

            var first = index.Count;
            foreach (var operation in operations)
            {
                var image = Wrap(operation == SymmetryOperation.Identity ? rows[r].Fractional : operation.Apply(rows[r].Fractional));
                if (operations.Length > 1 && index.Find(image, first) >= 0) continue;
                index.Add(image);
                ownerOfSite.Add(occupants.Count);
                if (index.Count > limits.MostSites)
                {
                    problems.Error(
                        rows[r].Position,
                        $"The cell holds more than {limits.MostSites} sites; {limits.HowToRaise(nameof(InputLimits.MostSites))}.",
                        "Use a smaller cell.",
                        CrystalProblemKind.TooLarge);
                    return null;
                }
            }

            occupants.Add(rows[r].Occupants);
            firstRows.Add(r);
        }

        if (!CheckOccupancies(occupants, i => rows[firstRows[i]].Position)) return null;
        var sites = ImmutableArray.CreateBuilder<Site>(index.Count);
        for (var i = 0; i < index.Count; i++) sites.Add(new(index[i], occupants[ownerOfSite[i]]));
        var crystal = new Crystal(lattice, sites.MoveToImmutable());
        if (Overlap(crystal) is not { } pair) return crystal;
        problems.Error(
            rows[firstRows[ownerOfSite[pair.First]]].Position,
            $"Two atoms, {Name(crystal.Sites[pair.First])} and {Name(crystal.Sites[pair.Second])}, both fully occupied, are nearer "
                + $"than {OverlapAngstrom} angstrom.",
            adviceOnOverlap);
        return null;
    }

    private static ImmutableArray<Occupant> Merge(ImmutableArray<Occupant> there, ImmutableArray<Occupant> more) =>
        more.Aggregate(there, Merge);

    private static ImmutableArray<Occupant> Merge(ImmutableArray<Occupant> there, Occupant more)
    {
        for (var i = 0; i < there.Length; i++)
            if (there[i].AtomicNumber == more.AtomicNumber && there[i].OxidationState == more.OxidationState)
                return there.SetItem(i, there[i] with { Occupancy = there[i].Occupancy + more.Occupancy });
        return there.Add(more);
    }

    private bool CheckOccupancies(List<ImmutableArray<Occupant>> occupants, Func<int, int> positionOf)
    {
        for (var i = 0; i < occupants.Count; i++)
        {
            var sum = 0.0;
            foreach (var occupant in occupants[i]) sum += occupant.Occupancy;
            if (sum <= 1 + 1e-9) continue;
            if (sum > 1 + OccupancySlack)
            {
                problems.Error(
                    positionOf(i),
                    $"The occupancies of the site of "
                        + $"{string.Join(" and ", occupants[i].Select(o => ElementTable.SymbolOf(o.AtomicNumber)))} sum to {sum:0.####}, "
                        + $"above 1.",
                    "Atoms on one place need occupancies that sum to at most 1; list an atom once.");
                return false;
            }

            occupants[i] = [.. occupants[i].Select(o => o with { Occupancy = o.Occupancy / sum })];
            problems.Warn(
                positionOf(i),
                $"Occupancies of a site sum to {sum:0.####}; they were scaled to 1.",
                "Round occupancies so that they sum to 1.");
        }

        return true;
    }

    /// <summary>Two sites of one atom each that are nearer than atoms are; null where there are none.</summary>
    public static (int First, int Second)? Overlap(Crystal crystal)
    {
        var index = new PositionIndex(crystal.Lattice, OverlapAngstrom, crystal.Sites.Length);
        var stored = new List<int>(crystal.Sites.Length);
        for (var i = 0; i < crystal.Sites.Length; i++)
        {
            if (!crystal.Sites[i].IsOrdered) continue;
            var near = index.Find(crystal.Sites[i].Fractional);
            if (near >= 0) return (stored[near], i);
            index.Add(crystal.Sites[i].Fractional);
            stored.Add(i);
        }

        return null;
    }

    private static string Name(Site site) =>
        $"{ElementTable.SymbolOf(site.Occupants[0].AtomicNumber)} at ({site.Fractional.X:0.####}, {site.Fractional.Y:0.####}, "
            + $"{site.Fractional.Z:0.####})";

    /// <summary>A place brought into the cell.</summary>
    public static Vector3 Wrap(Vector3 f) => new(Wrap(f.X), Wrap(f.Y), Wrap(f.Z));

    private static double Wrap(double x)
    {
        var wrapped = x - Math.Floor(x);
        return wrapped < 1 ? wrapped : 0;
    }
}
