using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>
/// How good it is what models say of the noise of each crystal (aleatoric, by a variance that they predict), judged as the one noise for
/// all crystals is: by normal errors of this noise and the spread.
/// </summary>
/// <param name="RootMeanSquare">Root mean square of the noise over the crystals, in the target's unit.</param>
/// <param name="Area">Miscalibration area of such errors, from 0 to 0.5.</param>
/// <param name="Ence">Their expected normalised calibration error; null for too few crystals.</param>
/// <param name="Crps">Their mean continuous ranked probability score, in the target's unit.</param>
/// <param name="Sharpness">Root mean square of the standard deviation that is expected, in the target's unit.</param>
/// <param name="Asked">
/// The coverage of intervals that are calibrated by it, at the experiment's level; null where there are too few crystals.
/// </param>
/// <param name="Rank">Whether crystals that are said to be noisy are predicted worse; null where that cannot be told.</param>
/// <param name="Crystals">The crystals, in the order of the dataset.</param>
public sealed record ToldNoise(
    double RootMeanSquare, double Area, double? Ence, double Crps, double Sharpness, LevelCoverage? Asked, RankAgreement? Rank,
    ImmutableArray<UnseenCrystal> Crystals)
{
    /// <summary>What is told of the noise; null where models tell none, or no crystal can be judged.</summary>
    /// <param name="unseen">What models predict of crystals that they did not see.</param>
    /// <param name="bands">The thirds by distance within which intervals are calibrated; null for none.</param>
    /// <param name="level">The experiment's level.</param>
    internal static ToldNoise? Of(UnseenCrystals unseen, DistanceBands? bands, double level)
    {
        if (!unseen.HasNoise) return null;
        var crystals = unseen.Crystals;
        var judged = CrossCalibration.Of(crystals, unseen.HasSpread, bands is null ? null : bands.NameOf, usesTold: true);
        if (judged.IsEmpty) return null;
        var curve = CalibrationCurve.Of(judged);
        return new(
            Math.Sqrt(crystals.Sum(c => c.Noise!.Value * c.Noise.Value) / crystals.Length),
            CalibrationCurve.Area(curve.Select(p => (p.Level, (double?)p.Normal))),
            ExpectedCalibration.Of([.. judged.Select(j => (j.Sigma, j.Crystal.Error))]),
            judged.Sum(j => NormalError.Crps(j.Crystal.Error, j.Sigma)) / judged.Length,
            Math.Sqrt(judged.Sum(j => j.Sigma * j.Sigma) / judged.Length),
            LevelCoverage.Of(judged, level),
            RankAgreement.Of([.. crystals.Select(c => (c.Noise!.Value, c.Error))]),
            [.. crystals.OrderBy(c => c.Material)]);
    }
}
