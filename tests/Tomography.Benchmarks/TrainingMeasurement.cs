namespace Tomography.Benchmarks;

/// <summary>What one training process measured.</summary>
/// <param name="Crystals">Crystals of an epoch.</param>
/// <param name="EpochSeconds">Median epoch.</param>
/// <param name="OperationsPerCrystal">Floating-point operations per crystal and step, multiplications and additions counted apart.</param>
/// <param name="StageSeconds">Seconds of each stage over all epochs.</param>
/// <param name="PeakMegabytes">Peak memory of the process.</param>
internal sealed record TrainingMeasurement(
    int Crystals,
    double EpochSeconds,
    double OperationsPerCrystal,
    Dictionary<string, double> StageSeconds,
    double PeakMegabytes)
{
    /// <summary>Crystals trained per second.</summary>
    public double Rate => Crystals / EpochSeconds;
}
