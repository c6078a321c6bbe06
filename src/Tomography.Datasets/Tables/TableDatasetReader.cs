using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>A table with a header and a column of crystals, or of formulas alone, to a dataset.</summary>
/// <param name="path">The file.</param>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="options">How it is read.</param>
internal sealed class TableDatasetReader(string path, DataProblemList problems, ReadOptions options)
{
    private readonly string _file = Path.GetFileName(path);
    private readonly string _folder = Path.GetDirectoryName(Path.GetFullPath(path))!;

    private DecimalComma? _comma;

    /// <summary>Reads.</summary>
    public DatasetReadResult Read()
    {
        using var file = TableFile.Open(path, options.Limits);
        var rows = file.Rows;
        if (rows.Next() is not { } header) return DatasetReader.Unreadable(problems, "the file is empty");
        TableHeader.Tidy(header, options.Limits);
        var first = new List<(int Line, List<string> Fields)>();
        while (first.Count < TableLayout.RowsLookedAt && rows.Next() is { } row) first.Add((rows.Line, row));
        var layout = TableLayout.Of(header, [.. first.Select(r => r.Fields).Where(r => r.Count == header.Count)], _folder, options.Formats);
        if (layout is { Crystal: null, Formula: null }) return DatasetReader.Unreadable(problems, NoCrystals(header));
        if (layout.Id is null) problems.Add(DataProblemKind.HowRead, "no column holds ids, so materials have the numbers of their rows");
        var columns = Columns(header, layout);
        _comma = new(rows.Delimiter);
        int[] stated = [.. Enumerable.Range(0, header.Count).Where(i => i != layout.Crystal && StatedBeside.Says(header[i]))];
        var table = new SourceTableBuilder(
            DatasetReader.NameOf(path), [.. columns.Select(c => c.Column)], options.Elements ?? ElementFeatures.BuiltIn, problems, options)
        {
            HasFormulasOnly = layout.Crystal is null,
        };
        foreach (var (line, fields) in first) Add(table, header, layout, stated, columns, line, fields);
        while (rows.Next() is { } row) Add(table, header, layout, stated, columns, rows.Line, row);
        if (_comma!.WasRead) problems.Add(DataProblemKind.HowRead, DecimalComma.Note);
        if (rows.EndsInQuote) problems.Add(DataProblemKind.RowLength, $"line {rows.Line}: the last quoted field is not closed");
        return table.Build(header) with { MissingColumns = ColumnChoice.Missing(options.Catalogue, header) };
    }

    private void Add(
        SourceTableBuilder table,
        List<string> header,
        TableLayout layout,
        int[] stated,
        List<(int Index, ColumnReading Column)> columns,
        int line,
        List<string> fields)
    {
        var number = table.CountRow();
        if (fields.Count != header.Count)
        {
            table.SetAside(DataProblemKind.RowLength, new(_file, line, ""), $"{fields.Count} fields, the header has {header.Count}");
            return;
        }

        var id = layout.Id is { } at ? fields[at].Trim() : $"{number}";
        var place = new RowPlace(_file, line, id) { HasOwnId = layout.Id is not null };
        var text = fields[layout.Crystal ?? layout.Formula!.Value];
        KeyValuePair<string, string>[] beside = [.. stated.Select(i => KeyValuePair.Create(header[i], fields[i]))];
        table.Add(
            new(
                place,
                id,
                () => layout.Crystal is null
                    ? RowCrystal.OfFormula(text)
                    : CrystalCell.Read(text, _folder, layout.HoldsPaths, options).Against(beside),
                text.Length,
                [.. columns.Select(c => c.Column.Read(_comma!.Read(fields[c.Index]), place))]));
    }

    private static string NoCrystals(List<string> header) =>
        $"line 1: no column holds crystals or formulas, of {Excerpt.Of(string.Join(", ", header), 300)}; crystals are CIF texts, "
            + "structures of pymatgen as JSON, or paths of files";

    private List<(int Index, ColumnReading Column)> Columns(List<string> header, TableLayout layout)
    {
        var columns = new List<(int Index, ColumnReading Column)>();
        for (var i = 0; i < header.Count; i++)
        {
            if (i == layout.Id || i == layout.Crystal || i == layout.Formula) continue;
            if (TableLayout.IsIndex(header[i]) || DatasetReader.IsIgnored(header[i])) continue;
            if (MagnetizationUnit.IsSuperseded(header[i], header)) continue;
            foreach (var column in ColumnChoice.Of(options.Catalogue, header[i], header[i], problems))
            {
                if (columns.Exists(c => c.Column.Name == column.Name))
                    problems.Add(DataProblemKind.RepeatedColumn, $"{Excerpt.Of(header[i])}: another column is {column.Name} already");
                else
                    columns.Add((i, column));
            }
        }

        return columns;
    }
}
