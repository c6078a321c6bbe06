using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>A table with a header and a <c>cif</c> column to a dataset.</summary>
internal sealed class CsvDatasetReader(
    string name, CsvRows rows, DataProblemList problems, ReadOptions options)
{
    private readonly InputLimits _limits = options.Limits;

    public DatasetReadResult Read()
    {
        if (rows.Next() is not { } header) return DatasetReader.Unreadable(problems, "the file is empty");
        if (header[0].StartsWith('\uFEFF')) header[0] = header[0][1..];
        if (header.Count > _limits.MostColumns)
            throw new InputLimitException(
                $"line 1: there are {header.Count} columns, at most {_limits.MostColumns} are read; "
                    + $"{_limits.HowToRaise(nameof(InputLimits.MostColumns), header.Count)}.");
        var cif = header.FindIndex(h => h.Equals("cif", StringComparison.OrdinalIgnoreCase));
        if (cif < 0)
            return DatasetReader.Unreadable(
                problems,
                $"line 1: there is no column 'cif' among {Excerpt.Of(string.Join(", ", header), 300)}");
        var id = Math.Max(0, header.FindIndex(DatasetReader.IsId));
        if (id == cif) return DatasetReader.Unreadable(problems, "line 1: there is no column of ids; add material_id");
        var columns = Columns(header, id, cif);
        var table = new SourceTableBuilder(
            name, [.. columns.Select(c => c.Column)], options.Elements ?? ElementFeatures.BuiltIn, problems, options);
        while (rows.Next() is { } row) Add(table, header.Count, id, cif, columns, rows.Line, row);
        if (rows.EndsInQuote) problems.Add(DataProblemKind.RowLength, $"line {rows.Line}: the last quoted field is not closed");
        return table.Build() with { MissingColumns = ColumnChoice.Missing(options.Catalogue, header) };
    }

    private void Add(
        SourceTableBuilder table,
        int width,
        int id,
        int cif,
        List<(int Index, ColumnReading Column)> columns,
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
                () => RowCrystal.OfCif(() => text, _limits),
                text.Length,
                [.. columns.Select(c => c.Column.Read(fields[c.Index], () => place))]));
    }

    private List<(int Index, ColumnReading Column)> Columns(List<string> header, int id, int cif)
    {
        var columns = new List<(int Index, ColumnReading Column)>();
        for (var i = 0; i < header.Count; i++)
        {
            if (i == id || i == cif || DatasetReader.IsIgnored(header[i])) continue;
            foreach (var column in ColumnChoice.Of(options.Catalogue, header[i], header[i], problems))
            {
                if (columns.Exists(c => c.Column.Name == column.Name))
                    problems.Add(DataProblemKind.UnusableColumn, $"{Excerpt.Of(header[i])}: another column is {column.Name} already");
                else
                    columns.Add((i, column));
            }
        }

        return columns;
    }
}
