namespace Tomography.Learning;

/// <summary>Shares of a dataset. Defaults are those of [T].</summary>
/// <param name="Train">Share for training, above 0.</param>
/// <param name="Validation">Share for choosing the best epoch, above 0.</param>
/// <param name="Test">Share for the reported error, above 0. The three sum to 1 at most.</param>
public readonly record struct SplitShares(double Train, double Validation, double Test)
{
    /// <summary>The shares of [T].</summary>
    public static SplitShares Default { get; } = new(0.6, 0.2, 0.2);
}
