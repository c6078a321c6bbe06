using Tomography.Crystals;

namespace Tomography.Learning;

/// <summary>What an extra property adds to each crystal's pooled vector.</summary>
/// <param name="Length">Numbers per crystal; 0 for a baseline.</param>
/// <param name="Values">Row by row, <paramref name="Length"/> numbers per crystal.</param>
public sealed record FeatureVectors(int Length, float[] Values)
{
    /// <summary>No feature: the baseline.</summary>
    public static FeatureVectors None { get; } = new(0, []);

    /// <summary>A property as feature: a number normalised over <paramref name="scope"/>, a class one-hot.</summary>
    public static FeatureVectors Of(PropertyColumn column, IReadOnlyCollection<int> scope)
    {
        var length = column.Property.FeatureLength;
        var values = new float[column.Values.Length * length];
        if (column.Property.Kind == PropertyKind.Number)
        {
            var normalization = Normalization.Of(column.Values, scope);
            for (var i = 0; i < values.Length; i++) values[i] = (float)normalization.Apply(column.Values[i]);
        }
        else
        {
            for (var i = 0; i < column.Values.Length; i++) values[i * length + (int)column.Values[i]] = 1;
        }

        return new(length, values);
    }
}
