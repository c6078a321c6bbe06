namespace Tomography.Learning;

/// <summary>What an optimizer remembers between two steps.</summary>
/// <param name="First">Per parameter the velocity of SGD, or Adam's mean of the gradient.</param>
/// <param name="Second">Per parameter Adam's mean of the squared gradient; empty for SGD.</param>
/// <param name="FirstDecayed">Adam's first decay rate to the power of the steps done, in [0, 1]; 1 for SGD.</param>
/// <param name="SecondDecayed">Adam's second decay rate to the power of the steps done, in [0, 1]; 1 for SGD.</param>
public sealed record OptimizerState(float[] First, float[] Second, double FirstDecayed, double SecondDecayed);
