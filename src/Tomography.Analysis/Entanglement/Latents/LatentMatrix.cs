namespace Tomography.Analysis;

/// <summary>Latent vectors of a model: the pooled crystal vectors of the test crystals, one row per crystal.</summary>
public sealed class LatentMatrix
{
    private readonly double[] _values;

    /// <summary>Takes the vectors of a model.</summary>
    /// <param name="crystals">Rows n; at least 0.</param>
    /// <param name="dimensions">Columns d; at least 0.</param>
    /// <param name="values">n d numbers, row by row; finite. They are copied.</param>
    /// <exception cref="ArgumentException">The number of values is not n d, or one is not finite.</exception>
    public LatentMatrix(int crystals, int dimensions, ReadOnlySpan<double> values)
        : this(crystals, dimensions, values.ToArray())
    {
    }

    /// <inheritdoc cref="LatentMatrix(int, int, ReadOnlySpan{double})"/>
    public LatentMatrix(int crystals, int dimensions, ReadOnlySpan<float> values)
        : this(crystals, dimensions, Array.ConvertAll(values.ToArray(), value => (double)value))
    {
    }

    private LatentMatrix(int crystals, int dimensions, double[] values)
    {
        if (crystals < 0 || dimensions < 0 || (long)crystals * dimensions != values.Length)
            throw new ArgumentException(
                $"There are {values.Length} latent values; expected {crystals} crystals times {dimensions} dimensions.",
                nameof(values));
        var bad = Array.FindIndex(values, value => !double.IsFinite(value));
        if (bad >= 0)
            throw new ArgumentException(
                $"Dimension {bad % dimensions} of crystal {bad / dimensions} is {values[bad]}; expected a finite number.",
                nameof(values));
        (Crystals, Dimensions, _values) = (crystals, dimensions, values);
    }

    /// <summary>Rows.</summary>
    public int Crystals { get; }

    /// <summary>Columns.</summary>
    public int Dimensions { get; }

    /// <summary>The latent vector of a crystal.</summary>
    /// <param name="crystal">0 to one less than the number of crystals.</param>
    public ReadOnlySpan<double> Row(int crystal) => _values.AsSpan(crystal * Dimensions, Dimensions);
}
