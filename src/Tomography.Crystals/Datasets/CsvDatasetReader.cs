using System.Globalization;

namespace Tomography.Crystals;

/// <summary>A table with a header and a <c>cif</c> column to a dataset.</summary>
internal sealed class CsvDatasetReader(string name, CsvRows rows, DataProblemList problems, InputLimits limits)
{
    // As many rows decide whether an unknown column holds numbers.
    private const int RowsLookedAt = 50;

    public DatasetReadResult Read()
    {
        if (rows.Next() is not { } header) return DatasetReader.Unreadable(problems, "the file is empty");
        if (header[0].StartsWith('\uFEFF')) header[0] = header[0][1..];
        if (header.Count > limits.MostColumns)
            throw new InputLimitException(
                $"line 1: there are {header.Count} columns, at most {limits.MostColumns} are read; "
                    + $"{limits.HowToRaise(nameof(InputLimits.MostColumns), header.Count)}.");
        var cif = header.FindIndex(h => h.Equals("cif", StringComparison.OrdinalIgnoreCase));
        if (cif < 0)
            return DatasetReader.Unreadable(
                problems,
                $"line 1: there is no column 'cif' among {Excerpt.Of(string.Join(", ", header), 300)}");
        var id = Math.Max(0, header.FindIndex(DatasetReader.IsId));
        if (id == cif) return DatasetReader.Unreadable(problems, "line 1: there is no column of ids; add material_id");
        var first = new List<(int Line, List<string> Fields)>();
        while (first.Count < RowsLookedAt && rows.Next() is { } row) first.Add((rows.Line, row));
        var columns = Columns(header, id, cif, first);
        var table = new SourceTableBuilder(name, [.. columns.Select(c => c.Property)], ElementFeatures.BuiltIn, problems, limits);
        foreach (var (line, fields) in first) Add(table, header.Count, id, cif, columns, line, fields);
        while (rows.Next() is { } row) Add(table, header.Count, id, cif, columns, rows.Line, row);
        if (rows.EndsInQuote) problems.Add(DataProblemKind.RowLength, $"line {rows.Line}: the last quoted field is not closed");
        return table.Build();
    }

    private static void Add(
        SourceTableBuilder table,
        int width,
        int id,
        int cif,
        List<(int Index, Property Property)> columns,
        int line,
        List<string> fields)
    {
        table.CountRow();
        if (fields.Count != width)
        {
            table.SetAside(DataProblemKind.RowLength, () => $"line {line}: {fields.Count} fields, the header has {width}");
            return;
        }

        var place = $"line {line} ({Excerpt.Of(fields[id])})";
        var text = fields[cif];
        table.Add(
            new(
                place,
                fields[id].Trim(),
                () => text,
                text.Length,
                [.. columns.Select(c => table.Value(c.Property, fields[c.Index], place))]));
    }

    private List<(int Index, Property Property)> Columns(List<string> header, int id, int cif, List<(int Line, List<string> Fields)> first)
    {
        var columns = new List<(int Index, Property Property)>();
        for (var i = 0; i < header.Count; i++)
        {
            if (i == id || i == cif || DatasetReader.IsIgnored(header[i])) continue;
            var property = PropertyRegistry.Find(header[i]);
            if (property is null)
            {
                property = PropertyRegistry.FromColumn(header[i]);
                if (property is null || !HoldsNumbers(i, first))
                {
                    problems.Add(
                        DataProblemKind.UnusableColumn,
                        $"{Excerpt.Of(header[i])}: "
                            + (property is null ? "no name of a property comes of it" : "its first values are not numbers")
                    );
                    continue;
                }
            }

            if (columns.Exists(c => c.Property.Name == property.Name))
                problems.Add(DataProblemKind.UnusableColumn, $"{Excerpt.Of(header[i])}: another column is {property.Name} already");
            else
                columns.Add((i, property));
        }

        return columns;
    }

    private static bool HoldsNumbers(int column, List<(int Line, List<string> Fields)> first) =>
        first.Exists(r =>
            column < r.Fields.Count && double.TryParse(r.Fields[column], NumberStyles.Float, CultureInfo.InvariantCulture, out _));
}
