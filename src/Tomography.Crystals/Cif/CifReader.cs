using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>
/// Reads crystals from CIF 1.1 text (Hall, Allen and Brown, Acta Cryst. A47, 655, 1991). It never guesses a crystal: where the text
/// leaves one open, the block gives an error and no crystal.
/// </summary>
public static class CifReader
{
    // Above the 192 operations of the largest space groups: cells of the most sites are read whatever their symmetry.
    private const long OperationsPerSite = 200;

    // To work out a Hall symbol that is in no table, or to look for a moved origin, takes milliseconds: too long for thousands of blocks.
    private const int BlocksOfFullSymmetry = 100;

    private const int MostNames = 5;

    /// <summary>
    /// Reads all data blocks. Never throws for what the text holds and always ends: everything wrong is in the problems. Symmetry
    /// operations are applied, coinciding sites merged (0.01 angstrom), coordinates within 1e-4 of thirds set to them, sites that share
    /// a place become one disordered site. Where no operations are listed they follow from the space group that is named; one that leaves
    /// its setting open is an error, and so is what exceeds a limit.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="limits">How much is read; null for the defaults.</param>
    /// <param name="choice">Which block is meant; null for all of them.</param>
    public static CifReadResult Read(string text, InputLimits? limits = null, CifBlockChoice? choice = null)
    {
        limits ??= InputLimits.Default;
        if (text.Length > limits.MostCifCharacters)
        {
            var message =
                $"The text has {text.Length} characters, at most {limits.MostCifCharacters} are read; "
                    + $"{limits.HowToRaise(nameof(InputLimits.MostCifCharacters), text.Length)}.";
            return new(
                [],
                [
                    new(1, 1, ProblemSeverity.Error, message, "Check whether the text is that of one crystal.")
                    {
                        Kind = CrystalProblemKind.TooLarge,
                    },
                ]);
        }

        var problems = new CifProblemList(text);
        var structures = ImmutableArray.CreateBuilder<CifStructure>(1);
        var refused = ImmutableArray.CreateBuilder<string>();
        var blocks = new CifParser(text, problems).Parse();
        // For all blocks together, so that many blocks take no longer than one.
        var images = OperationsPerSite * limits.MostSites;
        var full = BlocksOfFullSymmetry;
        var chosen = choice?.Of(blocks) ?? blocks;
        if (chosen.Count == 0 && choice?.Name is { } name && blocks.Exists(b => b.HasAtoms)) TellNone(name, blocks, problems);
        foreach (var block in chosen)
        {
            if (!block.HasCrystal) continue;
            var builder = new CifCrystalBuilder(text, block, problems, limits, images, full-- > 0);
            var crystal = builder.Build();
            images -= builder.Images;
            if (crystal is not null) structures.Add(new(block.Name, crystal));
            else if (block.HasAtoms) refused.Add(block.Name);
        }

        if (structures.Count == 0 && !problems.HasErrors)
            problems.Error(
                0,
                "The text holds no crystal: no data block has a cell and atom sites.",
                "Give _cell_length_a and so on, and a loop of _atom_site_ items.");
        return new(structures.ToImmutable(), problems.ToProblems()) { RefusedBlocks = refused.ToImmutable() };
    }

    private static void TellNone(string name, List<CifBlock> blocks, CifProblemList problems)
    {
        var names = blocks.Where(b => b.HasAtoms).Select(b => b.Name).ToArray();
        problems.Error(
            0,
            $"No data block with atoms is called '{Excerpt.Of(name, 30)}'; there {(names.Length == 1 ? "is" : "are")} "
                + $"{string.Join(", ", names.Take(MostNames).Select(n => Excerpt.Of(n, 30)))}{(names.Length > MostNames ? ", ..." : "")}.",
            $"Name one of them; the nearest is {Excerpt.Of(Suggestion.Nearest(name, names) ?? names[0], 30)}.");
    }
}
