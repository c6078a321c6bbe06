namespace Tomography.Learning;

/// <summary>How a dataset is parted. Defaults are those of [T].</summary>
/// <param name="Train">Share for training, above 0.</param>
/// <param name="Validation">Share for choosing the best epoch, above 0.</param>
/// <param name="Test">Share for the reported error, above 0. The three sum to 1 at most.</param>
/// <param name="By">What is kept together.</param>
public sealed record SplitSettings(double Train = 0.6, double Validation = 0.2, double Test = 0.2, SplitBy By = SplitBy.Material);
