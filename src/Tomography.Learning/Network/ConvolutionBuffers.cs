using Tomography.Learning.Kernels;

namespace Tomography.Learning;

/// <summary>What one convolution keeps from its forward pass for its backward pass.</summary>
internal sealed class ConvolutionBuffers : IDisposable
{
    public FloatBuffer AtomTerms { get; } = new();

    public FloatBuffer Derivatives { get; } = new();

    public FloatBuffer Moments { get; } = new();

    public FloatBuffer Sums { get; } = new();

    public FloatBuffer Slope { get; } = new();

    /// <summary>Atom vectors after the convolution.</summary>
    public FloatBuffer Output { get; } = new();

    /// <summary>W1 | W2, F x 4S.</summary>
    public FloatBuffer AtomWeights { get; } = new();

    /// <summary>Its transpose, 4S x S.</summary>
    public FloatBuffer AtomWeightsTransposed { get; } = new();

    /// <summary>W3, Gaussians x 2S.</summary>
    public FloatBuffer BondWeights { get; } = new();

    /// <summary>Batch norm over bonds: mean, inverse deviation, scale, shift (2S each), then the same over sites (S each).</summary>
    public FloatBuffer Norms { get; } = new();

    public void Dispose()
    {
        foreach (
            var buffer in (FloatBuffer[])
                [AtomTerms, Derivatives, Moments, Sums, Slope, Output, AtomWeights, AtomWeightsTransposed, BondWeights, Norms])
            buffer.Dispose();
    }
}
