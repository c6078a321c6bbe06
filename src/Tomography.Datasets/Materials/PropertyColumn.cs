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
    /// <summary>
    /// Row by row the components of a vector, <see cref="Property.FeatureLength"/> per material, whose <see cref="Values"/> then only say
    /// who has it; empty for what is none.
    /// </summary>
    public ImmutableArray<double> Components { get; init; } = [];

    /// <summary>The column of materials at these places, in this order.</summary>
    public PropertyColumn Take(IReadOnlyList<int> places)
    {
        var width = Components.IsEmpty ? 0 : Property.FeatureLength;
        return this with
        {
            Values = [.. places.Select(i => Values[i])],
            Components = [.. places.SelectMany(i => Enumerable.Range(i * width, width)).Select(at => Components[at])],
        };
    }

    /// <summary>Whether all materials that have the property have the same value.</summary>
    public bool IsConstant
    {
        get
        {
            if (Components.IsEmpty) return !Values.Where(v => !double.IsNaN(v)).Distinct().Skip(1).Any();
            var width = Property.FeatureLength;
            var first = Enumerable.Range(0, Values.Length).Where(Has).Take(1).ToArray();
            return first.Length == 0 || !Enumerable.Range(0, Values.Length).Where(Has)
                .Any(i => !Components.AsSpan(i * width, width).SequenceEqual(Components.AsSpan(first[0] * width, width)));
        }
    }

    /// <summary>Whether a material has the property.</summary>
    /// <param name="material">Its place in the dataset.</param>
    public bool Has(int material) => !double.IsNaN(Values[material]);

    /// <summary>How many materials lack the property.</summary>
    public int Missing => Values.Count(double.IsNaN);
}
