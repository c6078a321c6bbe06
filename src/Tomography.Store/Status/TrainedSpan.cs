namespace Tomography.Store;

/// <summary>What was trained of a model in a time.</summary>
/// <param name="Epochs">Epochs.</param>
/// <param name="Seconds">Seconds that they took.</param>
public sealed record TrainedSpan(int Epochs, double Seconds);
