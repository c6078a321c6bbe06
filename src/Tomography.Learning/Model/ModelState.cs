namespace Tomography.Learning;

/// <summary>Everything a trained model is made of.</summary>
/// <param name="Parameters">The flat parameter array of a <see cref="ParameterLayout"/>.</param>
/// <param name="Running">The running statistics of the batch norms, see <see cref="ConvolutionParameters.RunningStart"/>.</param>
public sealed record ModelState(float[] Parameters, float[] Running);
