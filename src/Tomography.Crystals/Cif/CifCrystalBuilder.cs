using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>One data block to a crystal: cell, operations, atom rows, then the sites that the operations make of them.</summary>
/// <param name="text">The text.</param>
/// <param name="block">The block.</param>
/// <param name="problems">Where to put what is wrong.</param>
/// <param name="limits">How much is read.</param>
/// <param name="mostImages">How many pairs of an atom and an operation may be looked at.</param>
/// <param name="isFull">Whether symmetry that takes long to work out is worked out.</param>
internal sealed class CifCrystalBuilder(
    string text,
    CifBlock block,
    CifProblemList problems,
    InputLimits limits,
    long mostImages,
    bool isFull)
{
    // Atoms do not come nearer than OverlapAngstrom.
    private const double LowestHeightAngstrom = 0.2;
    private const double MergeAngstrom = 0.01;
    private const double OverlapAngstrom = 0.4;
    private const double OccupancySlack = 0.01;

    /// <summary>The pairs of an atom and an operation that were looked at.</summary>
    public long Images { get; private set; }

    /// <summary>The crystal, or null after an error.</summary>
    public Crystal? Build()
    {
        if (block.Has(CifTag.Modulation) && !(block.First(CifTag.Modulation)!.Value.In(text) is "0"))
            return Refuse(
                block.First(CifTag.Modulation)!.Value.Start,
                "The structure is modulated (incommensurate); it has no cell that repeats.",
                "Use a commensurate approximant.");
        if (block.BrokenLoop is { } broken)
            return Refuse(
                broken.Start,
                "A loop does not fill its last row or holds an unclosed quote, so its columns cannot be trusted.",
                "Give every row as many values as the loop has names; quote values with blanks.");
        if (ReadCell() is not { } lattice || new CifSymmetry(text, block, problems, limits, isFull).Read(lattice) is not { } operations)
            return null;
        if (new CifAtomRows(text, block, lattice, problems, limits).Read() is not { } rows)
            return null;
        var images = (long)rows.Count * operations.Length;
        if (images > mostImages)
            return TooLarge(
                block.Position,
                $"{rows.Count} atoms under {operations.Length} operations are too many for cells of at most {limits.MostSites} sites",
                null);
        Images = images;
        return Place(lattice, operations, rows);
    }

    private Lattice? ReadCell()
    {
        Span<double> cell = stackalloc double[6];
        for (var i = 0; i < 6; i++)
        {
            var token = block.First(CifTag.LengthA + i);
            if (token is { } t && CifNumber.TryParse(t.In(text), out cell[i]))
                continue;
            problems.Error(
                token?.Start ?? block.Position,
                $"The cell is incomplete: {CellName(i)} is {(token is { } u ? $"'{Excerpt.Of(u.In(text))}'" : "missing")}.",
                "Give the three lengths in angstrom and the three angles in degrees.");
            return null;
        }

        try
        {
            var lattice = Lattice.FromParameters(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]);
            var longest = Math.Max(lattice.A.Length, Math.Max(lattice.B.Length, lattice.C.Length));
            if (longest > limits.MostEdgeAngstrom)
            {
                var needed = longest < int.MaxValue ? (long)Math.Ceiling(longest) : (long?)long.MaxValue;
                problems.Error(
                    block.First(CifTag.LengthA)!.Value.Start,
                    $"An edge of the cell is {longest:G4} angstrom long, at most {limits.MostEdgeAngstrom} are read; "
                        + $"{limits.HowToRaise(nameof(InputLimits.MostEdgeAngstrom), needed)}.",
                    "Check the lengths (angstrom).",
                    CifProblemKind.TooLarge);
                return null;
            }

            if (Implausible(lattice) is not { } reason)
                return lattice;
            problems.Error(
                block.First(CifTag.LengthA)!.Value.Start,
                $"No crystal has this cell: {reason}.",
                "Check the lengths (angstrom) and angles (degrees).");
            return null;
        }
        catch (ArgumentException e)
        {
            problems.Error(
                block.First(CifTag.LengthA)!.Value.Start,
                e.Message.Split(" (Parameter", 2)[0],
                "Check the lengths (angstrom, above 0) and angles (degrees).");
            return null;
        }
    }

    /// <summary>Why a cell is none of a crystal. Searches for neighbours in such cells would find atoms without end.</summary>
    private static string? Implausible(Lattice lattice)
    {
        var height =
            lattice.Volume
            / Math.Max(
                Vector3.Cross(lattice.B, lattice.C).Length,
                Math.Max(Vector3.Cross(lattice.C, lattice.A).Length, Vector3.Cross(lattice.A, lattice.B).Length));
        if (!(height >= LowestHeightAngstrom))
            return $"it is {height:G4} angstrom high";
        var repeat = LatticeReduction.Reduce(lattice).A.Length;
        return repeat < OverlapAngstrom ? $"it repeats every {repeat:G4} angstrom, nearer than atoms are" : null;
    }

    private static string CellName(int i) =>
        i < 3 ? $"_cell_length_{"abc"[i]}"
        : i == 3 ? "_cell_angle_alpha"
        : i == 4 ? "_cell_angle_beta"
        : "_cell_angle_gamma";

    private Crystal? Place(Lattice lattice, SymmetryOperation[] operations, List<CifAtomRow> rows)
    {
        var index = new PositionIndex(lattice, MergeAngstrom, (int)Math.Min(Images, limits.MostSites));
        var ownerOfSite = new List<int>(rows.Count);
        // Rows on one place (under symmetry) share the occupants of the first of them.
        var occupants = new List<ImmutableArray<Occupant>>(rows.Count);
        for (var r = 0; r < rows.Count; r++)
        {
            var at = index.Find(Wrap(rows[r].Fractional));
            if (at >= 0)
            {
                occupants[ownerOfSite[at]] = Merge(occupants[ownerOfSite[at]], rows[r].Occupant);
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
                    return TooLarge(rows[r].Position, $"The cell holds more than {limits.MostSites} sites", null);
            }

            occupants.Add(rows[r].Occupants);
        }

        if (!CheckOccupancies(occupants, rows)) return null;
        var sites = ImmutableArray.CreateBuilder<Site>(index.Count);
        for (var i = 0; i < index.Count; i++) sites.Add(new(index[i], occupants[ownerOfSite[i]]));
        var crystal = new Crystal(lattice, sites.MoveToImmutable());
        return HasOverlap(crystal) is { } pair
            ? Refuse(
                rows[0].Position,
                $"Two atoms, {Name(crystal.Sites[pair.First])} and {Name(crystal.Sites[pair.Second])}, both fully occupied, are nearer "
                    + $"than {OverlapAngstrom} angstrom.",
                "Check the coordinates and operations; rounded special positions need more digits (0.33333, not 0.33); alternatives need "
                    + "occupancies below 1.")
            : crystal;
    }

    private static ImmutableArray<Occupant> Merge(ImmutableArray<Occupant> there, Occupant more)
    {
        for (var i = 0; i < there.Length; i++)
            if (there[i].AtomicNumber == more.AtomicNumber && there[i].OxidationState == more.OxidationState)
                return there.SetItem(i, there[i] with { Occupancy = there[i].Occupancy + more.Occupancy });
        return there.Add(more);
    }

    private bool CheckOccupancies(List<ImmutableArray<Occupant>> occupants, List<CifAtomRow> rows)
    {
        for (var i = 0; i < occupants.Count; i++)
        {
            var sum = 0.0;
            foreach (var occupant in occupants[i]) sum += occupant.Occupancy;
            if (sum <= 1 + 1e-9) continue;
            if (sum > 1 + OccupancySlack)
            {
                problems.Error(
                    rows[0].Position,
                    $"The occupancies of the site of "
                        + $"{string.Join(" and ", occupants[i].Select(o => ElementTable.SymbolOf(o.AtomicNumber)))} sum to {sum:0.####}, "
                        + $"above 1.",
                    "Atoms on one place need occupancies that sum to at most 1; list an atom once.");
                return false;
            }

            occupants[i] = [.. occupants[i].Select(o => o with { Occupancy = o.Occupancy / sum })];
            problems.Warn(
                rows[0].Position,
                $"Occupancies of a site sum to {sum:0.####}; they were scaled to 1.",
                "Round occupancies so that they sum to 1.");
        }

        return true;
    }

    private static (int First, int Second)? HasOverlap(Crystal crystal)
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

    private static Vector3 Wrap(Vector3 f) => new(Wrap(f.X), Wrap(f.Y), Wrap(f.Z));

    private static double Wrap(double x)
    {
        var wrapped = x - Math.Floor(x);
        return wrapped < 1 ? wrapped : 0;
    }

    private Crystal? TooLarge(int position, string what, long? needed)
    {
        problems.Error(
            position,
            $"{what}; {limits.HowToRaise(nameof(InputLimits.MostSites), needed)}.",
            "Use a smaller cell.",
            CifProblemKind.TooLarge);
        return null;
    }

    private Crystal? Refuse(int position, string message, string suggestion)
    {
        problems.Error(position, message, suggestion);
        return null;
    }
}
