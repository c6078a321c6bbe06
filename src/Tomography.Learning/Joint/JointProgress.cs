namespace Tomography.Learning;

/// <summary>What a joint model's next step depends on beside its weights and optimizer.</summary>
/// <param name="Steps">Steps done, 0 or more.</param>
/// <param name="Sums">Sums of what was measured of its tasks' gradients; empty for one task.</param>
public sealed record JointProgress(long Steps, double[] Sums);
