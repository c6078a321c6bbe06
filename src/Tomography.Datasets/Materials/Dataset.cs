using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>Materials with their properties: what an experiment studies.</summary>
/// <param name="Name">How reports call it.</param>
/// <param name="IsSynthetic">True for a phantom; every report says so.</param>
/// <param name="Materials">The materials, ids unique.</param>
/// <param name="Columns">The properties; each column as long as <paramref name="Materials"/>.</param>
/// <param name="ElementFeatures">The numbers that describe each element to the model.</param>
public sealed record Dataset(
    string Name,
    bool IsSynthetic,
    ImmutableArray<Material> Materials,
    ImmutableArray<PropertyColumn> Columns,
    ElementFeatureTable ElementFeatures)
{
    /// <summary>
    /// Whether the source states formulas alone: its crystals have no geometry, and serve the composition representation.
    /// </summary>
    public bool HasFormulasOnly { get; init; }

    /// <summary>The column of a property, or null where the dataset lacks it.</summary>
    public PropertyColumn? Column(PropertyName name) => Columns.FirstOrDefault(c => c.Property.Name == name);

    /// <summary>The materials at these indices, in this order, with their properties.</summary>
    /// <exception cref="IndexOutOfRangeException">An index is none of the materials.</exception>
    public Dataset Take(IReadOnlyList<int> indices) => this with
    {
        Materials = [.. indices.Select(i => Materials[i])],
        Columns = [.. Columns.Select(c => c.Take(indices))],
    };
}
