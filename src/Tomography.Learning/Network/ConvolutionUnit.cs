namespace Tomography.Learning;

/// <summary>One convolution of a network with what it keeps between its passes.</summary>
/// <param name="parameters">Where its parameters stand.</param>
/// <param name="before">The convolution whose output it takes; null for the first, which may work per element.</param>
internal sealed class ConvolutionUnit(ConvolutionParameters parameters, ConvolutionUnit? before) : IDisposable
{
    public ConvolutionParameters Parameters => parameters;

    public ConvolutionUnit? Before => before;

    public bool IsFirst => before is null;

    public ConvolutionBuffers Buffers { get; } = new();

    /// <summary>Units one behind the other.</summary>
    public static ConvolutionUnit[] Chain(IEnumerable<ConvolutionParameters> parameters, ConvolutionUnit? before)
    {
        var units = new List<ConvolutionUnit>();
        foreach (var p in parameters) units.Add(before = new(p, before));
        return [.. units];
    }

    public void Dispose() => Buffers.Dispose();
}
