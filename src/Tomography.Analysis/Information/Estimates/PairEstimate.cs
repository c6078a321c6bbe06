using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>The mutual information of two properties.</summary>
/// <param name="Bits">In bits; null where too few materials have both.</param>
/// <param name="Chance">How it compares with chance; null where there is no estimate.</param>
/// <param name="Estimator">How it was estimated.</param>
/// <param name="Materials">Materials that have both.</param>
/// <param name="Samples">Those of them that were used.</param>
internal sealed record PairEstimate(double? Bits, PairChance? Chance, InformationEstimator Estimator, int Materials, int Samples)
{
    /// <summary>Estimates what two properties tell about each other.</summary>
    public static PairEstimate Of(PropertyColumn one, PropertyColumn other, InformationSettings settings)
    {
        var complete = Analysis.Samples.Complete(one, other);
        var estimator = (one.Property.Kind, other.Property.Kind) switch
        {
            (PropertyKind.Number, PropertyKind.Number) => InformationEstimator.Ksg,
            (PropertyKind.Classes, PropertyKind.Classes) => InformationEstimator.PlugIn,
            _ => InformationEstimator.Ross,
        };
        // Shares cost little, so that they are taken from all.
        var places = estimator == InformationEstimator.PlugIn ? complete : Analysis.Samples.Subsample(complete, settings.MostSamples);
        if (places.Length <= settings.Neighbours) return new(null, null, estimator, complete.Length, places.Length);
        // Ross takes the number before the class.
        var (first, second) = one.Property.Kind == PropertyKind.Number ? (one, other) : (other, one);
        var (x, y) = (Analysis.Samples.At(first.Values.AsSpan(), places), Analysis.Samples.At(second.Values.AsSpan(), places));
        MutualEstimate estimate = estimator switch
        {
            InformationEstimator.Ksg => new KsgEstimate(x, y, settings.Neighbours),
            InformationEstimator.Ross => new RossEstimate(x, y, settings.Neighbours),
            _ => new PlugInEstimate(x, y),
        };
        var bits = estimate.Bits(Analysis.Samples.Unchanged(places.Length));
        double[] shuffled = [.. ShuffledOrders.Of(places.Length, settings.Shuffles).Select(order => estimate.Bits(order))];
        return new(Math.Max(0, bits), PairChance.Of(bits, shuffled), estimator, complete.Length, places.Length);
    }
}
