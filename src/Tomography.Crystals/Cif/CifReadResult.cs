using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>What a CIF file holds.</summary>
/// <param name="Structures">The crystals, one per data block that describes one, in file order.</param>
/// <param name="Problems">Errors and warnings in file order; at least one error where there is no structure.</param>
public sealed record CifReadResult(ImmutableArray<CifStructure> Structures, ImmutableArray<CifProblem> Problems);
