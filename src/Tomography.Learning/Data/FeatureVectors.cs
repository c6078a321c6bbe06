using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Learning;

/// <summary>What the extra properties of a model add to each crystal's pooled vector.</summary>
/// <param name="Parts">The properties in the order of their names, each once; none for a baseline.</param>
/// <param name="Values">Row by row, <see cref="Length"/> numbers per crystal; 0 for a crystal that lacks a property.</param>
/// <exception cref="ArgumentException">The parts are not in the order of their names, or one is named twice.</exception>
public sealed record FeatureVectors(ImmutableArray<FeaturePart> Parts, float[] Values)
{
    /// <summary>No feature: the baseline.</summary>
    public static FeatureVectors None { get; } = new([], []);

    /// <summary>The properties in the order of their names, each once; none for a baseline.</summary>
    public ImmutableArray<FeaturePart> Parts { get; } = InOrder(Parts);

    /// <summary>Numbers per crystal; 0 for a baseline.</summary>
    public int Length { get; } = Parts.Sum(p => p.Length);

    /// <summary>
    /// Properties as features, one behind the other: a number, or each component of a vector, normalised over <paramref name="scope"/>; a
    /// class one-hot.
    /// </summary>
    /// <param name="columns">The properties, in the order of their names; columns of one dataset.</param>
    /// <param name="scope">The materials that count for the normalisation; all of them have every property.</param>
    /// <exception cref="ArgumentException">The properties are not in the order of their names, or one stands twice.</exception>
    public static FeatureVectors Of(ImmutableArray<PropertyColumn> columns, ImmutableArray<int> scope)
    {
        if (columns.IsEmpty) return None;
        var parts = columns.Select(c => FeaturePart.Of(c.Property)).ToImmutableArray();
        var length = parts.Sum(p => p.Length);
        var values = new float[columns[0].Values.Length * length];
        var start = 0;
        foreach (var (column, part) in columns.Zip(parts))
        {
            Put(column, scope, values.AsSpan(start), length);
            start += part.Length;
        }

        return new(parts, values);
    }

    // The order decides the order of summation, and a name the stream of initial weights: neither may differ between equal sets.
    private static ImmutableArray<FeaturePart> InOrder(ImmutableArray<FeaturePart> parts)
    {
        for (var i = 1; i < parts.Length; i++)
            if (string.CompareOrdinal(parts[i - 1].Name, parts[i].Name) >= 0)
                throw new ArgumentException(
                    $"Features stand in the order of their names, each once; '{parts[i].Name}' does not.", nameof(parts));
        return parts;
    }

    private static void Put(PropertyColumn column, ImmutableArray<int> scope, Span<float> values, int stride)
    {
        if (column.Property.Kind == PropertyKind.Vector)
        {
            PutVector(column, scope, values, stride);
            return;
        }

        var isNumber = column.Property.Kind == PropertyKind.Number;
        var normalization = isNumber ? Normalization.Of(column.Values, scope) : default;
        for (var i = 0; i < column.Values.Length; i++)
        {
            if (!column.Has(i)) continue;
            if (isNumber) values[i * stride] = (float)normalization.Apply(column.Values[i]);
            else values[i * stride + (int)column.Values[i]] = 1;
        }
    }

    private static void PutVector(PropertyColumn column, ImmutableArray<int> scope, Span<float> values, int stride)
    {
        var width = column.Property.FeatureLength;
        for (var c = 0; c < width; c++)
        {
            var component = new double[column.Values.Length];
            for (var i = 0; i < component.Length; i++) component[i] = column.Components[i * width + c];
            var normalization = Normalization.Of(component, scope);
            for (var i = 0; i < component.Length; i++)
                if (column.Has(i))
                    values[i * stride + c] = (float)normalization.Apply(component[i]);
        }
    }
}
