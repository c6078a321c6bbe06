using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>A property as a source gives it, with gaps.</summary>
/// <param name="Property">The property.</param>
/// <param name="Values">Per material, the number or class index; null where the source has none.</param>
public sealed record SourceColumn(Property Property, ImmutableArray<double?> Values)
{
    /// <summary>Row by row the components of a vector; empty for what is none.</summary>
    public ImmutableArray<double> Components { get; init; } = [];

    /// <summary>What the source calls the column; empty where the property is derived.</summary>
    public string Column { get; init; } = "";
}
