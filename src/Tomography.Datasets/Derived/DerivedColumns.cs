using System.Collections.Immutable;

namespace Tomography.Datasets;

/// <summary>The properties that follow from what a source states.</summary>
internal static class DerivedColumns
{
    /// <summary>A column per derivation whose property the table lacks and the experiment does not declare.</summary>
    /// <param name="table">What was read.</param>
    /// <param name="catalogue">The properties that are known and declared.</param>
    /// <param name="derivations">The derivations there are.</param>
    public static ImmutableArray<SourceColumn> Of(
        SourceTable table, PropertyCatalogue catalogue, IEnumerable<Derivation> derivations)
    {
        var stated = table.Columns.Select(c => c.Property.Name).Concat(catalogue.Declared.Select(d => d.Property.Name)).ToHashSet();
        return
        [
            .. derivations.Where(d => !stated.Contains(new(d.Property)))
                .Select(d => (Derivation: d, Values: table.Materials.IsEmpty ? null : d.Column(table)))
                .Where(d => d.Values is not null)
                .Select(d => new SourceColumn(
                    catalogue.Find(d.Derivation.Property)! with { IsDerived = true, Description = $"Derived: {d.Derivation.How}." },
                    d.Values!.Value)),
        ];
    }
}
