using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>One row of the atom site loop, understood.</summary>
/// <param name="Position">Where it stands in the text.</param>
/// <param name="Fractional">Fractional coordinates as written, thirds made exact.</param>
/// <param name="Occupants">Its one occupant, in a list that rows of one kind share.</param>
internal readonly record struct CifAtomRow(int Position, Vector3 Fractional, ImmutableArray<Occupant> Occupants)
{
    public Occupant Occupant => Occupants[0];
}
