namespace Tomography.Analysis;

/// <summary>A crystal, and the calibration that knows nothing of it.</summary>
/// <param name="Crystal">The crystal.</param>
/// <param name="Group">The group in which it is calibrated; null for none.</param>
/// <param name="By">The calibration by the other half of the crystals.</param>
internal sealed record JudgedCrystal(UnseenCrystal Crystal, string? Group, ConformalCalibration By)
{
    /// <summary>The standard deviation that is expected of its error.</summary>
    public double Sigma => By.Errors.Sigma(Crystal.Spread, Crystal.Noise);

    /// <summary>How far its interval reaches to either side; null where there are too few crystals for the level.</summary>
    public double? Reach(double level) => By.Reach(Crystal.Spread, Group, level, Crystal.Noise);
}
