namespace Tomography.Learning.Cuda;

/// <summary>What decides which kernels a model needs in its next steps.</summary>
/// <param name="IsFrozen">Whether its embedding and convolutions stay as they are.</param>
/// <param name="IsJoint">Whether it learns several targets.</param>
/// <param name="Phase">Of several targets the steps since their gradients were measured last; else 0.</param>
internal readonly record struct ModelKind(bool IsFrozen, bool IsJoint, int Phase);
