using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Learning;

/// <summary>What the extra properties of a model add to each crystal's pooled vector.</summary>
/// <param name="Length">Numbers per crystal; 0 for a baseline.</param>
/// <param name="Values">Row by row, <paramref name="Length"/> numbers per crystal; 0 for a crystal that lacks a property.</param>
public sealed record FeatureVectors(int Length, float[] Values)
{
    /// <summary>No feature: the baseline.</summary>
    public static FeatureVectors None { get; } = new(0, []);

    /// <summary>Properties as features, one behind the other: a number normalised over <paramref name="scope"/>, a class one-hot.</summary>
    /// <param name="columns">The properties, in the order of their names; columns of one dataset.</param>
    /// <param name="scope">The materials that count for the normalisation; all of them have every property.</param>
    public static FeatureVectors Of(ImmutableArray<PropertyColumn> columns, ImmutableArray<int> scope)
    {
        if (columns.IsEmpty) return None;
        var length = columns.Sum(c => c.Property.FeatureLength);
        var values = new float[columns[0].Values.Length * length];
        var start = 0;
        foreach (var column in columns)
        {
            Put(column, scope, values.AsSpan(start), length);
            start += column.Property.FeatureLength;
        }

        return new(length, values);
    }

    private static void Put(PropertyColumn column, ImmutableArray<int> scope, Span<float> values, int stride)
    {
        var isNumber = column.Property.Kind == PropertyKind.Number;
        var normalization = isNumber ? Normalization.Of(column.Values, scope) : default;
        for (var i = 0; i < column.Values.Length; i++)
        {
            if (!column.Has(i)) continue;
            if (isNumber) values[i * stride] = (float)normalization.Apply(column.Values[i]);
            else values[i * stride + (int)column.Values[i]] = 1;
        }
    }
}
