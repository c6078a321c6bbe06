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
        (PropertyName Feature, PropertyName Target)[] wanted =
            [.. features.SelectMany(feature => targets.Where(target => target != feature), (feature, target) => (feature, target))];
        var pairs = new PropertyPairs(byName, wanted, use);
        var prepared = new PreparedColumns(use.Bins);
        // On all cores; each cell has its place, so that the numbers do not depend on how many there are.
        var cells = new InformationCell[wanted.Length];
        Parallel.For(0, wanted.Length, place => cells[place] = Cell(wanted[place].Feature, wanted[place].Target));
        return new(materials, Math.Min(materials, use.MostSamples), use.Bins, use.Shuffles, [.. cells]);

        InformationCell Cell(PropertyName feature, PropertyName target)
        {
            var (bits, chance, estimator, complete, samples) = pairs.Of(feature, target);
            var second = Second(feature, target) is { } other ? Decompose(byName, feature, target, other, prepared, use) : null;
            return new(feature, target, bits, chance, estimator, complete, samples, second);
        }

        PropertyName? Second(PropertyName feature, PropertyName target) => features
            .Where(other => other != feature && other != target && pairs.Of(other, target).Bits is not null)
            .Select(other => (PropertyName?)other)
            .MaxBy(other => pairs.Of(other!.Value, target).Bits);
    }

    private static SecondSource Decompose(
        Dictionary<PropertyName, PropertyColumn> columns, PropertyName feature, PropertyName target, PropertyName other,
        PreparedColumns prepared, InformationSettings settings)
    {
        var triple = new SourceTriple(columns[target], columns[feature], columns[other], prepared, settings.SamplesPerCell);
        return new(other, PartsEstimate.Of(triple, settings), triple.Samples, triple.Cells);
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
