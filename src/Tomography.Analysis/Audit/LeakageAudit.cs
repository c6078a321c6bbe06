namespace Tomography.Analysis;

/// <summary>What a split lets through from training to test.</summary>
/// <param name="Split">How the dataset is parted, in a few words.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Train">Materials of the training part.</param>
/// <param name="Validation">Materials of the validation part.</param>
/// <param name="Test">Materials of the test part.</param>
/// <param name="Shared">Test materials whose formula a training material has, too.</param>
public sealed record LeakageAudit(string Split, int Seed, int Train, int Validation, int Test, int Shared)
{
    /// <summary>Share, in 0..1, of the test materials whose formula was learned from.</summary>
    public double Share => Test == 0 ? 0 : (double)Shared / Test;
}
