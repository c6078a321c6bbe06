using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Estimates of mutual information between properties, each over the materials that have both.</summary>
/// <remarks>Symmetric to the last bit: each pair is estimated once.</remarks>
internal sealed class PropertyPairs(IReadOnlyDictionary<PropertyName, PropertyColumn> columns, InformationSettings settings)
{
    private readonly Dictionary<(PropertyName, PropertyName), PairEstimate> _estimates = [];

    /// <summary>The estimate of two properties, in either order.</summary>
    public PairEstimate Of(PropertyName one, PropertyName other)
    {
        var key = one.CompareTo(other) < 0 ? (one, other) : (other, one);
        if (!_estimates.TryGetValue(key, out var known)) _estimates[key] = known = Estimate(columns[key.Item1], columns[key.Item2]);
        return known;
    }

    private PairEstimate Estimate(PropertyColumn one, PropertyColumn other)
    {
        var complete = Samples.Complete(one, other);
        var estimator = (one.Property.Kind, other.Property.Kind) switch
        {
            (PropertyKind.Number, PropertyKind.Number) => InformationEstimator.Ksg,
            (PropertyKind.Classes, PropertyKind.Classes) => InformationEstimator.PlugIn,
            _ => InformationEstimator.Ross,
        };
        // Shares cost little, so that they are taken from all.
        var places = estimator == InformationEstimator.PlugIn ? complete : Samples.Subsample(complete, settings.MostSamples);
        if (places.Length <= settings.Neighbours) return new(null, estimator, complete.Length, places.Length);
        // Ross takes the number before the class.
        var (first, second) = one.Property.Kind == PropertyKind.Number ? (one, other) : (other, one);
        var (x, y) = (Samples.At(first.Values.AsSpan(), places), Samples.At(second.Values.AsSpan(), places));
        var bits = estimator switch
        {
            InformationEstimator.Ksg => MutualInformation.Ksg(x, y, settings.Neighbours),
            InformationEstimator.Ross => MutualInformation.Ross(x, y, settings.Neighbours),
            _ => MutualInformation.PlugIn(x, y),
        };
        return new(bits, estimator, complete.Length, places.Length);
    }
}
