using Tomography.Learning.Kernels;

namespace Tomography.Learning;

/// <summary>The pooled vectors of a batch's crystals.</summary>
internal sealed class PoolUnit : IDisposable
{
    public FloatBuffer Pooled { get; } = new();

    /// <summary>Their softplus.</summary>
    public FloatBuffer Activation { get; } = new();

    /// <summary>Its slope.</summary>
    public FloatBuffer Slope { get; } = new();

    public FloatBuffer Gradient { get; } = new();

    public void Dispose()
    {
        foreach (var buffer in (FloatBuffer[])[Pooled, Activation, Slope, Gradient]) buffer.Dispose();
    }
}
