using System.Collections.Immutable;

namespace Tomography.Learning;

/// <summary>The parameters behind the pooling: from a crystal's vector to the prediction of one target.</summary>
/// <param name="PoolToHidden">Pooled crystal vector to first hidden layer.</param>
/// <param name="Features">Each extra property to first hidden layer, one block behind the other; none in a baseline.</param>
/// <param name="FeatureToHidden">
/// All extra properties to first hidden layer: the rows of Features as one matrix. No block by itself.
/// </param>
/// <param name="PoolToHiddenBias">Bias of the first hidden layer.</param>
/// <param name="Hidden">The further hidden layers with their biases.</param>
/// <param name="Output">Last hidden layer to prediction.</param>
/// <param name="OutputBias">Bias of the prediction.</param>
public sealed record HeadParameters(
    ParameterBlock PoolToHidden,
    ImmutableArray<ParameterBlock> Features,
    ParameterBlock FeatureToHidden,
    ParameterBlock PoolToHiddenBias,
    ImmutableArray<(ParameterBlock Weight, ParameterBlock Bias)> Hidden,
    ParameterBlock Output,
    ParameterBlock OutputBias)
{
    /// <summary>Last hidden layer to the log-variance of the prediction's error, with its bias; null where none is predicted.</summary>
    public (ParameterBlock Weight, ParameterBlock Bias)? Variance { get; init; }

    /// <summary>
    /// With adapters what the task adds to a first hidden layer that all share: pooled vector to few numbers, and these to the layer.
    /// </summary>
    public (ParameterBlock Down, ParameterBlock Up)? Adapter { get; init; }
}
