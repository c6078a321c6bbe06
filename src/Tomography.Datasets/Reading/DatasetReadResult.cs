using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>What reading a dataset gave.</summary>
/// <param name="Dataset">
/// The materials that have every property chosen (after reading: every property of the source); null where none is left.
/// </param>
/// <param name="Problems">What is wrong, one problem per kind.</param>
/// <param name="SetAside">How many materials of the source are not in <paramref name="Dataset"/>.</param>
public sealed record DatasetReadResult(Dataset? Dataset, ImmutableArray<DataProblem> Problems, int SetAside)
{
    /// <summary>All usable materials with gaps, from which <see cref="Select"/> chooses; null where the source cannot be read.</summary>
    public SourceTable? Table { get; init; }

    /// <summary>Declared properties whose columns the source does not have.</summary>
    public ImmutableArray<MissingColumn> MissingColumns { get; init; } = [];

    /// <summary>Every row, file, crystal and cell of which there is something to say.</summary>
    public DatasetRemarks Remarks { get; init; } = DatasetRemarks.None;

    private ImmutableArray<DataProblem> SourceProblems { get; init; } = [];

    private DatasetRemarks SourceRemarks { get; init; } = DatasetRemarks.None;

    private int SourceSetAside { get; init; }

    /// <summary>Where the materials of the dataset stand in <see cref="SourceTable.Materials"/>.</summary>
    private ImmutableArray<int> Kept { get; init; } = [];

    /// <summary>
    /// The dataset with these columns in this order. A material that lacks a property is set aside, unless so many lack it that the models
    /// without it should not do without the material: those that are set aside make one problem.
    /// </summary>
    /// <param name="used">The properties.</param>
    /// <param name="dropBelow">A property that at most this share of the source's usable materials lacks sets them aside; one that more
    /// lack leaves gaps (NaN). Null where every gap sets its material aside.
    /// </param>
    /// <param name="required">Properties of which every gap sets its material aside.</param>
    /// <exception cref="ArgumentException">The source has no such property; the message names the nearest.</exception>
    public DatasetReadResult Select(
        IEnumerable<PropertyName> used,
        double? dropBelow = null,
        IReadOnlyCollection<PropertyName>? required = null
    ) => Table is null
        ? this
        : Of(Table, SourceProblems, SourceRemarks, SourceSetAside, used, dropBelow, required) with { MissingColumns = MissingColumns };

    /// <summary>A property of the source over the materials of the dataset, chosen or not; null where the source lacks it.</summary>
    public PropertyColumn? Column(PropertyName name) =>
        Table is not null && Find(Table, name) is { } column ? Whole(column).Take(Kept) : null;

    /// <summary>The dataset with the materials at these indices alone; the others are listed as left out, and make no problem.</summary>
    /// <param name="indices">Places in the dataset, ascending.</param>
    /// <param name="kind">The kind under which the others are listed.</param>
    /// <param name="reason">Why they are left out, in words.</param>
    public DatasetReadResult Take(IReadOnlyList<int> indices, string kind, string reason) => Take(indices, kind, _ => reason);

    /// <summary>The same, with a reason for each material that is left out.</summary>
    /// <param name="indices">Places in the dataset, ascending.</param>
    /// <param name="kind">The kind under which the others are listed.</param>
    /// <param name="reason">Why the material at a place is left out, in words.</param>
    public DatasetReadResult Take(IReadOnlyList<int> indices, string kind, Func<int, string> reason)
    {
        var taken = indices.ToHashSet();
        var others = Kept.Index().Where(k => !taken.Contains(k.Index)).Select(k => Table!.Places[k.Item].Remark(kind, reason(k.Index)));
        return this with
        {
            Dataset = Dataset!.Take(indices),
            Kept = [.. indices.Select(i => Kept[i])],
            Remarks = Remarks with { Excluded = Remarks.Excluded.Add(others) },
        };
    }

    /// <summary>The same with the values of some properties as a rule leaves them.</summary>
    /// <param name="used">The properties.</param>
    /// <param name="rule">What becomes of values that are odd.</param>
    public DatasetReadResult Treated(IReadOnlyCollection<PropertyName> used, OutlierRule rule)
    {
        if (Table is null || rule == OutlierRule.Tell) return this;
        var columns = Table.Columns.Select(c => used.Contains(c.Property.Name) ? ValueChecks.Treated(c, rule) : c);
        return this with { Table = Table with { Columns = [.. columns] } };
    }

    internal static DatasetReadResult Of(
        SourceTable table, ImmutableArray<DataProblem> problems, DatasetRemarks remarks, int setAside, IEnumerable<PropertyName> used,
        double? dropBelow = null, IReadOnlyCollection<PropertyName>? required = null)
    {
        var columns = used.Distinct().Select(name => ColumnOf(table, name)).ToList();
        var most = dropBelow is { } share ? share * table.Materials.Length : table.Materials.Length;
        var decisive = columns.Where(c => required?.Contains(c.Property.Name) == true || c.Values.Count(v => v is null) <= most).ToList();
        var missing = new DataProblemList();
        var excluded = new RemarkBuilder(remarks.Excluded);
        var lack = DatasetRemark.Word(DataProblemKind.MissingProperty);
        var kept = new List<int>(table.Materials.Length);
        for (var i = 0; i < table.Materials.Length; i++)
        {
            if (!decisive.Exists(c => c.Values[i] is null))
            {
                kept.Add(i);
                continue;
            }

            var reason = $"no {string.Join(", ", decisive.Where(c => c.Values[i] is null).Select(c => c.Property.Name))}";
            missing.Add(DataProblemKind.MissingProperty, $"{table.Materials[i].Id}: {reason}");
            var place = table.Places[i];
            excluded.Add(lack, () => place.Remark(lack, reason));
        }

        var dataset =
            kept.Count == 0
                ? null
                : new Dataset(
                    table.Name,
                    IsSynthetic: false,
                    [.. kept.Select(i => table.Materials[i])],
                    [.. columns.Select(c => Whole(c).Take(kept))],
                    table.ElementFeatures)
                {
                    HasFormulasOnly = table.HasFormulasOnly,
                };
        return new(dataset, [.. problems, .. missing.ToProblems()], setAside + table.Materials.Length - kept.Count)
        {
            Table = table, SourceProblems = problems, SourceRemarks = remarks, SourceSetAside = setAside, Kept = [.. kept],
            Remarks = remarks with { Excluded = excluded.ToList() },
        };
    }

    private static PropertyColumn Whole(SourceColumn column) =>
        new(column.Property, [.. column.Values.Select(v => v ?? double.NaN)]) { Components = column.Components };

    private static SourceColumn? Find(SourceTable table, PropertyName name) =>
        table.Columns.FirstOrDefault(c => c.Property.Name == name)
        ?? table.Derived.FirstOrDefault(c => c.Property.Name == name)?.Column;

    private static SourceColumn ColumnOf(SourceTable table, PropertyName name) =>
        Find(table, name)
        ?? throw new ArgumentException(
            $"The dataset {table.Name} has no property {name}; the nearest is "
            + $"{Suggestion.Nearest(name.Value, table.Columns.Select(c => c.Property.Name.Value)) ?? "none"}, "
            + $"all are {string.Join(", ", table.Columns.Select(c => c.Property.Name))}.",
            nameof(name));
}
