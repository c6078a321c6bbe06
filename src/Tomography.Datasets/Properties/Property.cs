using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>A property of a material that the program knows.</summary>
/// <param name="Name">Its name in experiments and reports.</param>
/// <param name="Unit">Unit of its numbers (<c>eV</c>, <c>g/cm3</c>), empty where there is none.</param>
/// <param name="Kind">Numbers or classes.</param>
/// <param name="Classes">The classes in their one-hot order; the columns of a vector in their order; empty for numbers.</param>
/// <param name="Aliases">Column names under which datasets are known to carry it.</param>
/// <param name="Description">One line for reports and documentation.</param>
public sealed record Property(
    PropertyName Name,
    string Unit,
    PropertyKind Kind,
    ImmutableArray<string> Classes,
    ImmutableArray<string> Aliases,
    string Description)
{
    /// <summary>
    /// Whether its values follow by a rule from the crystals or other properties, because the source does not state them.
    /// </summary>
    public bool IsDerived { get; init; }

    /// <summary>How many numbers the property adds to a crystal vector as a feature: 1, or one per class or component.</summary>
    public int FeatureLength => Kind == PropertyKind.Number ? 1 : Classes.Length;
}
