namespace Tomography.Learning.Cuda;

/// <summary>What decides which kernels a model needs.</summary>
/// <param name="IsFrozen">Whether its embedding and convolutions stay as they are.</param>
/// <param name="IsMasked">Whether some crystals lack a target.</param>
internal readonly record struct ModelKind(bool IsFrozen, bool IsMasked);
