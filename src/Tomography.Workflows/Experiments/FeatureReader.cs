using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Reads <c>features</c>: each entry is a property, or a list of properties that a model is given together.</summary>
internal static class FeatureReader
{
    /// <summary>The sets of features, in the order of the file; null where the key is absent.</summary>
    /// <param name="reading">Collects problems.</param>
    /// <param name="section">The section that holds the key.</param>
    /// <param name="key">The key.</param>
    /// <param name="property">Maps the name of a property, or reports why it cannot.</param>
    public static ImmutableArray<PropertySet>? Read(
        YamlReading reading, YamlSection section, string key, YamlSection.TryMap<PropertyName> property)
    {
        if (section.Node(key) is not { } node) return null;
        var items = node is YamlValue.Sequence list ? list.Items : [node];
        if (reading.IsTooLong(node.Start, key, items.Count, nameof(ExperimentLimits.MostListed))) return [];
        var sets = new List<PropertySet>();
        for (var i = 0; i < items.Count; i++)
        {
            var path = $"{key}[{i}]";
            reading.Remember(path, items[i].Start);
            if (Set(reading, items[i], path, property) is not { } set) continue;
            if (!sets.Contains(set)) sets.Add(set);
            else
                reading.Error(
                    DiagnosticCodes.Duplicate, items[i].Start, path,
                    $"'{YamlReading.Shown(string.Join(", ", set))}' stands twice in '{key}'; once is enough"
                    + $"{(set.Count > 1 ? ", and the order of properties that are given together does not matter" : "")}.");
        }

        return [.. sets];
    }

    private static PropertySet? Set(YamlReading reading, YamlValue item, string path, YamlSection.TryMap<PropertyName> property)
    {
        if (item is YamlValue.Scalar { Text.Length: > 0 } single)
            return property(single.Text, single.Start, path, out var name) ? name : null;
        if (item is not YamlValue.Sequence { Items.Count: > 0 } list || !list.Items.All(i => i is YamlValue.Scalar { Text.Length: > 0 }))
        {
            reading.Error(
                DiagnosticCodes.WrongForm, item.Start, path,
                $"'{path}' must be a property, or a list of properties that are given together, like [density, volume].");
            return null;
        }

        if (reading.IsTooLong(list.Start, path, list.Items.Count, nameof(ExperimentLimits.MostListed))) return null;
        var names = new List<PropertyName>();
        foreach (var part in list.Items.Cast<YamlValue.Scalar>())
        {
            if (!property(part.Text, part.Start, path, out var name)) continue;
            if (names.Contains(name))
                reading.Error(DiagnosticCodes.Duplicate, part.Start, path, $"'{name}' stands twice in '{path}'; once is enough.");
            names.Add(name);
        }

        return names.Count == list.Items.Count ? new(names) : null;
    }
}
