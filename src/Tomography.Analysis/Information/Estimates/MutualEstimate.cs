namespace Tomography.Analysis;

/// <summary>
/// An estimate of the mutual information of two properties that can be made again and again with the values of the second dealt out anew.
/// </summary>
internal abstract class MutualEstimate
{
    /// <summary>The estimate in bits; chance can make it negative.</summary>
    /// <param name="order">Sample i gets the second value of sample order[i]: each sample once.</param>
    public abstract double Bits(ReadOnlySpan<int> order);
}
