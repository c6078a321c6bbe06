using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>Which properties the columns of a source are.</summary>
internal static class ColumnChoice
{
    /// <summary>The properties of a column: those it is declared to be, the one that its name says, or what its values say.</summary>
    /// <param name="catalogue">The properties that are known and declared.</param>
    /// <param name="column">The column's name.</param>
    /// <param name="shown">What messages call it.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static IEnumerable<ColumnReading> Of(PropertyCatalogue catalogue, string column, string shown, DataProblemList problems)
    {
        var declared = catalogue.DeclaredFor(column).ToArray();
        if (declared.Length > 0) return declared.Select(d => new KnownColumn(d.Property, d.Transform, problems) { Column = column });
        if (catalogue.Find(column) is { } known && !catalogue.Declared.Any(d => d.Property.Name == known.Name))
            return [new KnownColumn(known, PropertyTransform.None, problems) { Column = column }];
        if (ColumnProperty.Of(column) is { } property)
            // The column that a declared property would have by its name, where it is declared to be another.
            return catalogue.Declared.Any(d => d.Property.Name == property.Name)
                ? []
                : [new OpenColumn(shown, property, problems) { Column = column }];
        problems.Add(DataProblemKind.UnusableColumn, $"{Excerpt.Of(shown)}: no name of a property comes of it");
        return [];
    }

    /// <summary>Declared properties whose columns are not there, each with the nearest that is.</summary>
    /// <param name="catalogue">The declarations.</param>
    /// <param name="columns">The columns that there are.</param>
    public static ImmutableArray<MissingColumn> Missing(PropertyCatalogue catalogue, IReadOnlyCollection<string> columns) =>
    [
        .. catalogue.Declared
            .Where(d => !columns.Any(c => d.IsComponent(c) || catalogue.DeclaredFor(c).Contains(d)))
            .Select(d => new MissingColumn(
                d.Property.Name, d.Columns ?? d.Column, Suggestion.Nearest(d.Columns ?? d.Column ?? d.Property.Name.Value, columns))),
    ];
}
