using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>The values of one property over the materials of a dataset.</summary>
/// <param name="Property">The property.</param>
/// <param name="Values">
/// Per material, in the dataset's order: the number in the property's unit, or the index of its class; finite. NaN where the material lacks
/// the property, which nothing but <see cref="Has"/> may look at.
/// </param>
public sealed record PropertyColumn(Property Property, ImmutableArray<double> Values)
{
    /// <summary>Whether a material has the property.</summary>
    /// <param name="material">Its place in the dataset.</param>
    public bool Has(int material) => !double.IsNaN(Values[material]);

    /// <summary>How many materials lack the property.</summary>
    public int Missing => Values.Count(double.IsNaN);
}
