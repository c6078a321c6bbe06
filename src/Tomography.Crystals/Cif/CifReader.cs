using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>
/// Reads crystals from CIF 1.1 text (Hall, Allen and Brown, Acta Cryst. A47, 655, 1991). It never guesses a crystal: where the text
/// leaves one open, the block gives an error and no crystal.
/// </summary>
public static class CifReader
{
    /// <summary>
    /// Reads all data blocks. Never throws for what the text holds and always ends: everything wrong is in the problems. Symmetry
    /// operations are applied, coinciding sites merged (0.01 angstrom), coordinates within 1e-4 of thirds set to them, sites that share
    /// a place become one disordered site. A space group other than P1 or P-1 without its operations is an error.
    /// </summary>
    public static CifReadResult Read(string text)
    {
        var problems = new CifProblemList(text);
        var structures = ImmutableArray.CreateBuilder<CifStructure>(1);
        var blocks = new CifParser(text, problems).Parse();
        foreach (var block in blocks)
        {
            if (!block.HasCrystal) continue;
            if (new CifCrystalBuilder(text, block, problems).Build() is { } crystal) structures.Add(new(block.Name, crystal));
        }

        if (structures.Count == 0 && !problems.HasErrors)
            problems.Error(0, "The text holds no crystal: no data block has a cell and atom sites.", "Give _cell_length_a and so on, and a loop of _atom_site_ items.");
        return new(structures.ToImmutable(), problems.ToProblems());
    }
}
