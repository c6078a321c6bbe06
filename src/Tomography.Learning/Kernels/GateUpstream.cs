namespace Tomography.Learning.Kernels;

/// <summary>
/// What the gradient of a convolution's bonds needs from behind: the gradient of the gated sums and the constants of the batch norm.
/// </summary>
internal readonly unsafe struct GateUpstream
{
    /// <summary>D, the gradient of the gated sums, total over the sites of a node: nodes x S.</summary>
    public required float* SumGradient { get; init; }

    /// <summary>Scale of the batch norm over bonds, 2S.</summary>
    public required float* Scale { get; init; }

    /// <summary>Its constant of the mean, 2S.</summary>
    public required float* K1 { get; init; }

    /// <summary>Its constant of the variance, 2S.</summary>
    public required float* K2 { get; init; }
}
