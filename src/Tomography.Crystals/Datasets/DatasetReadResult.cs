using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>What reading a data set gave.</summary>
/// <param name="Dataset">The materials that have every property chosen (after reading: every property of the source); null where none is left.</param>
/// <param name="Problems">What is wrong, one problem per kind.</param>
/// <param name="SetAside">How many materials of the source are not in <paramref name="Dataset"/>.</param>
public sealed record DatasetReadResult(Dataset? Dataset, ImmutableArray<DataProblem> Problems, int SetAside)
{
    /// <summary>All usable materials with gaps, from which <see cref="Select"/> chooses; null where the source cannot be read.</summary>
    public SourceTable? Table { get; init; }

    private ImmutableArray<DataProblem> SourceProblems { get; init; } = [];

    private int SourceSetAside { get; init; }

    /// <summary>
    /// The data set of the materials that have every used property, with these columns in this order. The others count as set aside
    /// and make one problem.
    /// </summary>
    /// <exception cref="ArgumentException">The source has no such property; the message names the nearest.</exception>
    public DatasetReadResult Select(IEnumerable<PropertyName> used) => Table is null ? this : Of(Table, SourceProblems, SourceSetAside, used);

    internal static DatasetReadResult Of(SourceTable table, ImmutableArray<DataProblem> problems, int setAside, IEnumerable<PropertyName> used)
    {
        var columns = used.Distinct().Select(name => ColumnOf(table, name)).ToList();
        var missing = new DataProblemList();
        var kept = new List<int>(table.Materials.Length);
        for (var i = 0; i < table.Materials.Length; i++)
        {
            if (columns.Find(c => c.Values[i] is null) is { } gap)
                missing.Add(DataProblemKind.MissingProperty, $"{table.Materials[i].Id}: no {gap.Property.Name}");
            else
                kept.Add(i);
        }

        var dataset = kept.Count == 0 ? null : new Dataset(
            table.Name, IsSynthetic: false, [.. kept.Select(i => table.Materials[i])],
            [.. columns.Select(c => new PropertyColumn(c.Property, [.. kept.Select(i => c.Values[i]!.Value)]))], table.ElementFeatures);
        return new(dataset, [.. problems, .. missing.ToProblems()], setAside + table.Materials.Length - kept.Count)
        {
            Table = table, SourceProblems = problems, SourceSetAside = setAside,
        };
    }

    private static SourceColumn ColumnOf(SourceTable table, PropertyName name) =>
        table.Columns.FirstOrDefault(c => c.Property.Name == name)
        ?? throw new ArgumentException($"The data set {table.Name} has no property {name}; the nearest is {Suggestion.Nearest(name.Value, table.Columns.Select(c => c.Property.Name.Value)) ?? "none"}, all are {string.Join(", ", table.Columns.Select(c => c.Property.Name))}.", nameof(name));
}
