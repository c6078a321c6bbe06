namespace Tomography.Analysis;

/// <summary>The part that one crystal of one seed has in an effect, and in what the effect is made of.</summary>
/// <param name="Move">By how much it moves the effect, to first order; over all crystals it sums to 0.</param>
/// <param name="OfErrorWithout">Its share of the error without the feature; over all crystals 1.</param>
/// <param name="OfErrorWith">Its share of the error with the feature; over all crystals 1, or 0 where there is no such error.</param>
/// <param name="OfCrystals">Its share of the test crystals; over all crystals 1.</param>
internal readonly record struct CrystalPart(double Move, double OfErrorWithout, double OfErrorWith, double OfCrystals)
{
    /// <summary>The part of a crystal.</summary>
    /// <param name="less">Its error without the feature.</param>
    /// <param name="more">Its error with the feature.</param>
    /// <param name="share">Its share of the test crystals.</param>
    /// <param name="without">The mean error without the feature, above 0.</param>
    /// <param name="with">The mean error with the feature.</param>
    public static CrystalPart Of(double less, double more, double share, double without, double with) => new(
        share * (more - with / without * less) / without, share * less / without, with > 0 ? share * more / with : 0, share);
}
