namespace Tomography.Crystals;

/// <summary>Why a lattice is not used.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Kind">What kind of thing is wrong.</param>
internal sealed record LatticeFault(string Message, CrystalProblemKind Kind)
{
    // Atoms do not come nearer than CrystalAssembler.OverlapAngstrom.
    private const double LowestHeightAngstrom = 0.2;

    /// <summary>Why a lattice is too large, or none of a crystal; null for one that can be used.</summary>
    /// <exception cref="ArgumentException">The vectors do not span a volume.</exception>
    public static LatticeFault? Of(Lattice lattice, InputLimits limits)
    {
        var longest = Math.Max(lattice.A.Length, Math.Max(lattice.B.Length, lattice.C.Length));
        if (longest > limits.MostEdgeAngstrom)
        {
            var needed = longest < int.MaxValue ? (long)Math.Ceiling(longest) : (long?)long.MaxValue;
            return new(
                $"An edge of the cell is {longest:G4} angstrom long, at most {limits.MostEdgeAngstrom} are read; "
                    + $"{limits.HowToRaise(nameof(InputLimits.MostEdgeAngstrom), needed)}.",
                CrystalProblemKind.TooLarge);
        }

        return Implausible(lattice) is { } reason ? new($"No crystal has this cell: {reason}.", CrystalProblemKind.Content) : null;
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
        return repeat < CrystalAssembler.OverlapAngstrom ? $"it repeats every {repeat:G4} angstrom, nearer than atoms are" : null;
    }
}
