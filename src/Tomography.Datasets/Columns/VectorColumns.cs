using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>Puts the columns of declared vectors together.</summary>
internal static class VectorColumns
{
    /// <summary>A column per declared vector whose components are there and are numbers.</summary>
    /// <param name="columns">The columns of the source.</param>
    /// <param name="catalogue">The declarations.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static IEnumerable<SourceColumn> Of(
        ImmutableArray<SourceColumn> columns, PropertyCatalogue catalogue, DataProblemList problems)
    {
        foreach (var vector in catalogue.Declared.Where(d => d.Columns is not null))
        {
            var parts = columns.Where(c => vector.IsComponent(c.Column)).ToImmutableArray();
            var words = parts.Where(p => p.Property.Kind != PropertyKind.Number).ToArray();
            foreach (var part in words)
                problems.Add(
                    DataProblemKind.UnusableColumn, $"{Excerpt.Of(part.Column)}: it holds classes, and {vector.Property.Name} is a vector");
            if (parts.Length > 0 && words.Length == 0) yield return Of(vector.Property, parts);
        }
    }

    private static SourceColumn Of(Property property, ImmutableArray<SourceColumn> parts)
    {
        var (count, width) = (parts[0].Values.Length, parts.Length);
        var components = new double[count * width];
        var values = new double?[count];
        for (var i = 0; i < count; i++)
        {
            // Who lacks one component lacks the vector.
            if (parts.Any(p => p.Values[i] is null)) continue;
            values[i] = 0;
            for (var p = 0; p < width; p++) components[i * width + p] = parts[p].Values[i]!.Value;
        }

        return new(property with { Classes = [.. parts.Select(p => p.Column)] }, ImmutableArray.Create(values))
        {
            Components = ImmutableArray.Create(components),
            Column = property.Name.Value,
        };
    }
}
