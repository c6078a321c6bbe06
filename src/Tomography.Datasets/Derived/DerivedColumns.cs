using System.Collections.Immutable;

namespace Tomography.Datasets;

/// <summary>The properties that follow from what a source states.</summary>
internal static class DerivedColumns
{
    /// <summary>A column per derivation whose property the table lacks and the experiment does not declare.</summary>
    /// <param name="table">What was read.</param>
    /// <param name="catalogue">The properties that are known and declared.</param>
    /// <param name="derivations">The derivations there are.</param>
    public static ImmutableArray<DerivedColumn> Of(
        SourceTable table, PropertyCatalogue catalogue, IEnumerable<Derivation> derivations)
    {
        if (table.Materials.IsEmpty) return [];
        var stated = table.Columns.Select(c => c.Property.Name).Concat(catalogue.Declared.Select(d => d.Property.Name)).ToHashSet();
        return
        [
            // Of two ways to one property the first that applies is taken.
            .. derivations.Where(d => !stated.Contains(new(d.Property)) && d.Applies(table)).DistinctBy(d => d.Property).Select(d =>
            {
                var property = d.Of(catalogue) with { IsDerived = true, Description = $"Derived: {d.How}." };
                return new DerivedColumn(property, () => new(property, d.Values(table)));
            }),
        ];
    }
}
