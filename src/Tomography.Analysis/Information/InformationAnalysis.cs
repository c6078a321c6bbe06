using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Estimates what features and targets tell about each other, from the properties of the materials.</summary>
/// <remarks>
/// A material that lacks a property is left out of the estimates that the property takes part in, and of no other: each estimate stands on
/// the materials that have every property in it, and equals the one of a dataset of these alone.
/// </remarks>
internal static class InformationAnalysis
{
    /// <summary>Mutual information and decomposition for every feature and target.</summary>
    /// <param name="columns">
    /// Values of the properties, one per material, NaN where it lacks the property; a column for every feature and target.
    /// </param>
    /// <param name="features">The features, in the order of the study.</param>
    /// <param name="targets">The targets, in the order of the study.</param>
    /// <param name="settings">How to estimate; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// A column is missing, occurs twice, has another length or an infinite value; or a setting is out of its range.
    /// </exception>
    public static InformationTable Of(
        IReadOnlyList<PropertyColumn> columns,
        IReadOnlyList<PropertyName> features,
        IReadOnlyList<PropertyName> targets,
        InformationSettings? settings = null)
    {
        var use = InformationSettings.Checked(settings);
        var byName = Checked(columns, [.. features.Union(targets)]);
        var materials = columns.Count == 0 ? 0 : columns[0].Values.Length;
        var pairs = new PropertyPairs(byName, use);
        var binned = new BinnedColumns(use.Bins);
        var cells = ImmutableArray.CreateBuilder<InformationCell>();
        foreach (var feature in features)
            foreach (var target in targets.Where(target => target != feature))
            {
                var (bits, estimator, complete, samples) = pairs.Of(feature, target);
                var second = Second(feature, target) is { } other
                    ? Decompose(byName[feature], byName[target], byName[other], binned, use.SamplesPerCell)
                    : null;
                cells.Add(new(feature, target, bits, estimator, complete, samples, second));
            }

        return new(materials, Math.Min(materials, use.MostSamples), use.Bins, cells.ToImmutable());

        PropertyName? Second(PropertyName feature, PropertyName target) => features
            .Where(other => other != feature && other != target && pairs.Of(other, target).Bits is not null)
            .Select(other => (PropertyName?)other)
            .MaxBy(other => pairs.Of(other!.Value, target).Bits);
    }

    private static SecondSource Decompose(
        PropertyColumn feature, PropertyColumn target, PropertyColumn other, BinnedColumns binned, int samplesPerCell)
    {
        var places = Samples.Complete(feature, target, other);
        var (ofFeature, ofTarget, ofOther) = (binned.Of(feature, places), binned.Of(target, places), binned.Of(other, places));
        var cells = new[] { ofFeature, ofTarget, ofOther }.Aggregate(1L, (product, codes) => product * codes.Distinct().Count());
        var isSound = places.Length > 0 && places.Length >= samplesPerCell * cells;
        var parts = isSound ? InformationDecomposition.Of(ofTarget, ofFeature, ofOther) : null;
        return new(other.Property.Name, parts, places.Length, (int)Math.Min(cells, int.MaxValue));
    }

    private static Dictionary<PropertyName, PropertyColumn> Checked(IReadOnlyList<PropertyColumn> columns, PropertyName[] needed)
    {
        var byName = new Dictionary<PropertyName, PropertyColumn>();
        foreach (var column in columns)
        {
            var (name, count) = (column.Property.Name, columns[0].Values.Length);
            if (!byName.TryAdd(name, column)) throw new ArgumentException($"The column {name} occurs twice.", nameof(columns));
            if (column.Values.Length != count)
                throw new ArgumentException(
                    $"The column {name} has {column.Values.Length} values; expected {count} as in {columns[0].Property.Name}.",
                    nameof(columns));
            var bad = Array.FindIndex([.. column.Values], double.IsInfinity);
            if (bad >= 0)
                throw new ArgumentException(
                    $"Value {bad} of {name} is {column.Values[bad]}; expected a finite number, or NaN where the material has none.",
                    nameof(columns));
        }

        foreach (var name in needed)
            if (!byName.ContainsKey(name))
                throw new ArgumentException(
                    $"There is no column {name}; expected one of {string.Join(", ", byName.Keys)}.", nameof(columns));
        return needed.ToDictionary(name => name, name => byName[name]);
    }
}
