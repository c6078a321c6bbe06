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
        {
            problems.Error(
                block.Position,
                $"{rows.Count} atoms under {operations.Length} operations are too many for cells of at most {limits.MostSites} sites; "
                    + $"{limits.HowToRaise(nameof(InputLimits.MostSites))}.",
                "Use a smaller cell.",
                CrystalProblemKind.TooLarge);
            return null;
        }

        Images = images;
        var crystal = new CrystalAssembler(problems, limits).Assemble(lattice, operations, rows);
        if (crystal is null) return null;
        new CifContradictions(text, block, problems).Tell(crystal);
        new CifMultiplicities(text, block, problems).Tell(lattice, operations, rows);
        return crystal;
    }

    private Lattice? ReadCell()
    {
        Span<double> cell = stackalloc double[6];
        for (var i = 0; i < 6; i++)
        {
            var token = block.First(CifTag.LengthA + i);
            if (token is { } t && CifNumber.TryParse(t.In(text), out cell[i]))
                continue;
            if (token is null && i >= 3)
            {
                problems.Warn(
                    block.First(CifTag.LengthA)?.Start ?? block.Position,
                    $"{CellName(i)} is missing and was taken as its default, 90 degrees.",
                    $"Give {CellName(i)}.");
                cell[i] = 90;
                continue;
            }

            problems.Error(
                token?.Start ?? block.Position,
                token is { } u
                    ? $"The cell is incomplete: {CellName(i)} is '{Excerpt.Of(u.In(text))}', which is no number."
                    : $"The cell is incomplete: {CellName(i)} is missing.",
                token is { } v && v.In(text).Contains(',')
                    ? "Write numbers with a point, as in 5.64."
                    : "Give the three lengths in angstrom and the three angles in degrees.");
            return null;
        }

        try
        {
            var lattice = Lattice.FromParameters(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]);
            if (LatticeFault.Of(lattice, limits) is not { } fault)
                return lattice;
            problems.Error(
                block.First(CifTag.LengthA)!.Value.Start,
                fault.Message,
                fault.Kind == CrystalProblemKind.TooLarge
                    ? "Check the lengths (angstrom)."
                    : "Check the lengths (angstrom) and angles (degrees).",
                fault.Kind);
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

    private static string CellName(int i) =>
        i < 3 ? $"_cell_length_{"abc"[i]}"
        : i == 3 ? "_cell_angle_alpha"
        : i == 4 ? "_cell_angle_beta"
        : "_cell_angle_gamma";

    private Crystal? Refuse(int position, string message, string suggestion)
    {
        problems.Error(position, message, suggestion);
        return null;
    }
}
