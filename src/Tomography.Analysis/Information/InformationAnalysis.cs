using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>Estimates what features and targets tell about each other, from the properties of the materials.</summary>
public static class InformationAnalysis
{
    /// <summary>Mutual information and decomposition for every feature and target.</summary>
    /// <param name="columns">Values of the properties, one per material; a column for every feature and target.</param>
    /// <param name="features">The features, in the order of the study.</param>
    /// <param name="targets">The targets, in the order of the study.</param>
    /// <param name="settings">How to estimate; null for the defaults.</param>
    /// <exception cref="ArgumentException">A column is missing, occurs twice, has another length or a value that is not finite; or a setting is out of its range.</exception>
    public static InformationTable Of(
        IReadOnlyList<PropertyColumn> columns, IReadOnlyList<PropertyName> features, IReadOnlyList<PropertyName> targets, InformationSettings? settings = null)
    {
        var use = InformationSettings.Checked(settings);
        var byName = Checked(columns, [.. features.Union(targets)]);
        var materials = columns.Count == 0 ? 0 : columns[0].Values.Length;
        var places = Samples.Subsample(materials, use.MostSamples);
        var sampled = byName.ToDictionary(pair => pair.Key, pair => Samples.At(pair.Value.Values.AsSpan(), places));
        var codes = byName.ToDictionary(pair => pair.Key, pair => Codes(pair.Value, use.Bins));
        // Symmetric to the last bit: each pair is estimated once.
        var estimates = new Dictionary<(PropertyName, PropertyName), (double Bits, InformationEstimator Estimator)>();
        var cells = ImmutableArray.CreateBuilder<InformationCell>();
        foreach (var feature in features)
            foreach (var target in targets.Where(target => target != feature))
            {
                var (bits, estimator) = Estimate(feature, target);
                var second = Second(feature, target) is { } other ? Decompose(feature, target, other) : null;
                cells.Add(new(feature, target, bits, estimator, estimator == InformationEstimator.PlugIn ? materials : places.Length, second));
            }

        return new(materials, places.Length, use.Bins, cells.ToImmutable());

        (double Bits, InformationEstimator Estimator) Estimate(PropertyName one, PropertyName other)
        {
            var key = one.CompareTo(other) < 0 ? (one, other) : (other, one);
            if (!estimates.TryGetValue(key, out var known)) estimates[key] = known = Pair(byName[key.Item1], byName[key.Item2], sampled, use);
            return known;
        }

        PropertyName? Second(PropertyName feature, PropertyName target) =>
            features.Where(other => other != feature && other != target).Select(other => (PropertyName?)other).MaxBy(other => Estimate(other!.Value, target).Bits);

        SecondSource Decompose(PropertyName feature, PropertyName target, PropertyName other)
        {
            var cellCount = new[] { feature, target, other }.Aggregate(1L, (product, name) => product * codes[name].States);
            var sound = materials >= use.SamplesPerCell * cellCount;
            var parts = sound ? InformationDecomposition.Of(codes[target].Codes, codes[feature].Codes, codes[other].Codes) : null;
            return new(other, parts, materials, (int)Math.Min(cellCount, int.MaxValue));
        }
    }

    private static (double, InformationEstimator) Pair(PropertyColumn one, PropertyColumn other, Dictionary<PropertyName, double[]> sampled, InformationSettings use) =>
        (one.Property.Kind, other.Property.Kind) switch
        {
            (PropertyKind.Number, PropertyKind.Number) => (MutualInformation.Ksg(sampled[one.Property.Name], sampled[other.Property.Name], use.Neighbours), InformationEstimator.Ksg),
            (PropertyKind.Number, _) => (MutualInformation.Ross(sampled[one.Property.Name], sampled[other.Property.Name], use.Neighbours), InformationEstimator.Ross),
            (_, PropertyKind.Number) => (MutualInformation.Ross(sampled[other.Property.Name], sampled[one.Property.Name], use.Neighbours), InformationEstimator.Ross),
            _ => (MutualInformation.PlugIn(one.Values.AsSpan(), other.Values.AsSpan()), InformationEstimator.PlugIn),
        };

    private static (int[] Codes, int States) Codes(PropertyColumn column, int bins)
    {
        var codes = column.Property.Kind == PropertyKind.Number ? EqualFrequencyBins.Of(column.Values.AsSpan(), bins) : [.. column.Values.Select(value => (int)value)];
        return (codes, codes.Distinct().Count());
    }

    private static Dictionary<PropertyName, PropertyColumn> Checked(IReadOnlyList<PropertyColumn> columns, PropertyName[] needed)
    {
        var byName = new Dictionary<PropertyName, PropertyColumn>();
        foreach (var column in columns)
        {
            if (!byName.TryAdd(column.Property.Name, column)) throw new ArgumentException($"The column {column.Property.Name} occurs twice.", nameof(columns));
            if (column.Values.Length != columns[0].Values.Length)
                throw new ArgumentException($"The column {column.Property.Name} has {column.Values.Length} values; expected {columns[0].Values.Length} as in {columns[0].Property.Name}.", nameof(columns));
            Samples.CheckFinite(column.Values.AsSpan(), column.Property.Name.Value);
        }

        foreach (var name in needed)
            if (!byName.ContainsKey(name))
                throw new ArgumentException($"There is no column {name}; expected one of {string.Join(", ", byName.Keys)}.", nameof(columns));
        return needed.ToDictionary(name => name, name => byName[name]);
    }
}
