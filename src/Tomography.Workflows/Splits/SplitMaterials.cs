using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>What a split may look at: the materials of a dataset, in its order.</summary>
/// <param name="Table">Ids, formulas and values.</param>
/// <param name="Folder">Full path of the experiment's folder, from which files are named.</param>
internal sealed record SplitMaterials(MaterialTable Table, string Folder)
{
    /// <summary>The target of the experiment; null where it has several.</summary>
    public Property? Target { get; init; }

    /// <summary>How many there are.</summary>
    public int Count => Table.Count;

    /// <summary>Their ids.</summary>
    public ImmutableArray<string> Ids => Table.Ids;

    /// <summary>Their reduced formulas.</summary>
    public ImmutableArray<string> Formulas => Table.Formulas;

    /// <summary>The values of a property, NaN where a material lacks it.</summary>
    /// <exception cref="KeyNotFoundException">The dataset lacks the property.</exception>
    public ImmutableArray<double> ValuesOf(PropertyName property) => Table.Values[property];
}
