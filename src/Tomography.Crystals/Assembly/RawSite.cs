using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>A site as a file lists it, before what stands on one place is put together.</summary>
/// <param name="Position">Where it stands in its file, as the reader of the format counts.</param>
/// <param name="Fractional">Fractional coordinates, not yet brought into the cell.</param>
/// <param name="Occupants">What stands there, at least one; sites of one kind may share the list.</param>
internal readonly record struct RawSite(int Position, Vector3 Fractional, ImmutableArray<Occupant> Occupants);
