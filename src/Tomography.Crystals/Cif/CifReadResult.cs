using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>What a CIF file holds.</summary>
/// <param name="Structures">The crystals, one per data block that describes one, in file order.</param>
/// <param name="Problems">Errors and warnings in file order; at least one error where there is no structure.</param>
public sealed record CifReadResult(ImmutableArray<CifStructure> Structures, ImmutableArray<CifProblem> Problems)
{
    /// <summary>Names of the data blocks that list atoms but gave no crystal.</summary>
    public ImmutableArray<string> RefusedBlocks { get; init; } = [];

    /// <summary>
    /// The one crystal that the file is about: all data blocks with atoms describe it. Null where they describe several, or where one of
    /// them cannot be read, which may be the one that was meant.
    /// </summary>
    public Crystal? OnlyCrystal =>
        RefusedBlocks.IsEmpty && !Structures.IsEmpty && Structures.All(s => SameCrystal.Is(s.Crystal, Structures[0].Crystal))
            ? Structures[0].Crystal
            : null;
}
