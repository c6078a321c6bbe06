using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Estimates of mutual information between properties, each over the materials that have both.</summary>
/// <remarks>Symmetric to the last bit: each pair is estimated once. Chance is corrected for the number of pairs.</remarks>
internal sealed class PropertyPairs
{
    private readonly Dictionary<(PropertyName, PropertyName), PairEstimate> _estimates;

    /// <summary>Estimates pairs, on all cores; the numbers do not depend on how many there are.</summary>
    /// <param name="columns">The properties.</param>
    /// <param name="wanted">The pairs, in either order; not a property with itself.</param>
    /// <param name="settings">How to estimate.</param>
    public PropertyPairs(
        IReadOnlyDictionary<PropertyName, PropertyColumn> columns,
        IEnumerable<(PropertyName, PropertyName)> wanted,
        InformationSettings settings)
    {
        var pairs = wanted.Select(Key).Distinct().ToArray();
        var estimates = new PairEstimate[pairs.Length];
        Parallel.For(0, pairs.Length, place =>
            estimates[place] = PairEstimate.Of(columns[pairs[place].Item1], columns[pairs[place].Item2], settings));
        var known = Enumerable.Range(0, pairs.Length).Where(place => estimates[place].Chance is not null).ToArray();
        var corrected = BenjaminiHochberg.Of([.. known.Select(place => estimates[place].Chance!.PValue)]);
        foreach (var (place, q) in known.Zip(corrected))
            estimates[place] = estimates[place] with { Chance = estimates[place].Chance! with { Q = q } };
        _estimates = pairs.Zip(estimates).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    /// <summary>The estimate of two properties, in either order.</summary>
    /// <exception cref="KeyNotFoundException">It was not wanted.</exception>
    public PairEstimate Of(PropertyName one, PropertyName other) => _estimates[Key((one, other))];

    private static (PropertyName, PropertyName) Key((PropertyName One, PropertyName Other) pair) =>
        pair.One.CompareTo(pair.Other) < 0 ? pair : (pair.Other, pair.One);
}
