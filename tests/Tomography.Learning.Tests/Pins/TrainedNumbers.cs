namespace Tomography.Learning.Tests.Pins;

/// <summary>What a training leaves, in plain arrays.</summary>
/// <param name="Weights">All parameters of the best epoch by the order of their PyTorch names, without padding.</param>
/// <param name="Running">The running statistics of the best epoch, likewise.</param>
/// <param name="Predictions">Predictions of the test part.</param>
/// <param name="Latents">Pooled vectors of the test part.</param>
/// <param name="Errors">Training loss and validation error of each epoch, then the test error.</param>
/// <param name="BestEpoch">The best epoch, from 1.</param>
internal sealed record TrainedNumbers(
    float[] Weights, float[] Running, double[] Predictions, float[] Latents, double[] Errors, int BestEpoch);
