namespace Tomography.Learning;

/// <summary>Everything of a network that its next step depends on.</summary>
/// <param name="Model">Parameters and running statistics.</param>
/// <param name="Optimizer">What the optimizer remembers.</param>
public sealed record NetworkState(ModelState Model, OptimizerState Optimizer)
{
    /// <summary>What a joint model knows beyond that; null for a model of one target.</summary>
    public JointProgress? Joint { get; init; }
}
