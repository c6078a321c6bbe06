using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Audits datasets.</summary>
public static class DatasetAuditor
{
    /// <summary>The property that tells the symmetry of materials.</summary>
    public static PropertyName Symmetry { get; } = new("spacegroup-crystal-system");

    /// <summary>The property from which that one follows without a look at crystals.</summary>
    public static PropertyName SpaceGroup { get; } = new("spacegroup-number");

    /// <summary>Audits a dataset.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="beside">Further properties of its materials, in its order: they are declared and not used.</param>
    /// <param name="declared">What is declared of properties.</param>
    /// <param name="copies">Groups of materials that are one crystal, as <see cref="CrystalCopies"/> finds them; null where nobody looked.
    /// </param>
    public static DatasetAudit Audit(
        Dataset dataset, ImmutableArray<PropertyColumn> beside, ImmutableArray<PropertyDeclaration> declared,
        ImmutableArray<ImmutableArray<int>>? copies = null)
    {
        var names = declared.Select(d => d.Property.Name).ToHashSet();
        ImmutableArray<PropertyColumn> told = [.. dataset.Columns, .. beside.Where(c => names.Contains(c.Property.Name))];
        string SourceOf(PropertyName name) => declared.FirstOrDefault(d => d.Property.Name == name)?.Source ?? dataset.Name;
        var sources = told.GroupBy(c => SourceOf(c.Property.Name), StringComparer.Ordinal).ToArray();
        return new(
            dataset.Materials.Length,
            [.. told.Select(c => PropertyStatistics.Of(c, SourceOf(c.Property.Name)))],
            FormulasOf(dataset),
            ElementsOf(dataset),
            SystemsOf(dataset.Columns.AddRange(beside)),
            dataset.HasFormulasOnly ? null : Cells(dataset, copies),
            [.. sources.Select(SourceOfColumns).OrderByDescending(s => s.Materials).ThenBy(s => s.Name, StringComparer.Ordinal)],
            [
                .. from first in sources.Index()
                   from second in sources.Skip(first.Index + 1)
                   select new SourceOverlap(first.Item.Key, second.Key, Covered([.. first.Item]).Intersect(Covered([.. second])).Count()),
            ],
            [
                .. from one in declared
                   where one.SameAs is not null
                   let pair = (Find(told, one.Property.Name), Find(told, one.SameAs!.Value))
                   where pair is (not null, not null)
                   select PairStatistics.Of(pair.Item1!, pair.Item2!),
            ]);
    }

    private static PropertyColumn? Find(ImmutableArray<PropertyColumn> columns, PropertyName name) =>
        columns.FirstOrDefault(c => c.Property.Name == name);

    private static SourceAudit SourceOfColumns(IGrouping<string, PropertyColumn> columns) => new(
        columns.Key, [.. columns.Select(c => c.Property.Name)], Covered([.. columns]).Count(),
        columns.Sum(c => c.Values.Length - c.Missing));

    private static IEnumerable<int> Covered(PropertyColumn[] columns) =>
        Enumerable.Range(0, columns[0].Values.Length).Where(i => Array.Exists(columns, c => c.Has(i)));

    private static FormulaAudit FormulasOf(Dataset dataset)
    {
        var formulas = dataset.Materials.CountBy(m => m.Formula, StringComparer.Ordinal).ToArray();
        var several = formulas.Where(f => f.Value > 1).ToArray();
        var largest = several.OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal).FirstOrDefault();
        return new(
            formulas.Length, formulas.Length - several.Length, several.Sum(f => f.Value),
            several.Length == 0 ? null : new(largest.Key, largest.Value));
    }

    private static ImmutableArray<ElementCount> ElementsOf(Dataset dataset) =>
    [
        .. dataset.Materials.SelectMany(m => m.Crystal.Sites.Select(s => s.Occupants[0].AtomicNumber).Distinct()).CountBy(z => z)
            .OrderBy(c => c.Key).Select(c => new ElementCount(c.Key, c.Value)),
    ];

    private static ImmutableArray<NamedCount> SystemsOf(ImmutableArray<PropertyColumn> columns)
    {
        if (Find(columns, Symmetry) is not { Property.Kind: PropertyKind.Classes } stated) return [];
        var counts = stated.Values.Where(v => !double.IsNaN(v)).CountBy(v => (int)v).OrderBy(c => c.Key);
        return [.. counts.Select(c => new NamedCount(stated.Property.Classes[c.Key], c.Value))];
    }

    private static CellAudit Cells(Dataset dataset, ImmutableArray<ImmutableArray<int>>? copies) => new(
        [
            .. dataset.Materials.CountBy(m => m.Crystal.Sites.Length).OrderBy(c => c.Key)
                .Select(c => new SiteCount(c.Key, c.Value)),
        ],
        copies?.Sum(group => group.Length),
        [
            .. (copies ?? []).Take(CellAudit.MostShown)
                .Select(group => group.Select(i => dataset.Materials[i].Id).ToImmutableArray()),
        ]);
}
