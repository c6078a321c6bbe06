using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>
/// The usable materials of a source with all its properties, gaps included; a choice of properties makes a <see cref="Dataset"/> of it.
/// </summary>
/// <param name="Name">Name of the dataset.</param>
/// <param name="Materials">Materials whose crystals are usable, in the source's order.</param>
/// <param name="Columns">The properties, each as long as <paramref name="Materials"/>.</param>
/// <param name="ElementFeatures">Features of the elements.</param>
public sealed record SourceTable(
    string Name, ImmutableArray<Material> Materials, ImmutableArray<SourceColumn> Columns, ElementFeatureTable ElementFeatures)
{
    /// <summary>Whether formulas stand for crystals, which have no geometry then: see <see cref="Dataset.HasFormulasOnly"/>.</summary>
    public bool HasFormulasOnly { get; init; }

    /// <summary>Properties that the source does not state and that follow from what it states.</summary>
    public ImmutableArray<DerivedColumn> Derived { get; init; } = [];

    /// <summary>Per material, where it stands in the source.</summary>
    public ImmutableArray<RowPlace> Places { get; init; } = [];

    /// <summary>Columns that are no properties.</summary>
    public ImmutableArray<LeftOutColumn> LeftOut { get; init; } = [];
}
