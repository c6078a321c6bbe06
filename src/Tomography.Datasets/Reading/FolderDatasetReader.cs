using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>A CGCNN folder to a dataset.</summary>
internal sealed class FolderDatasetReader(string path, DataProblemList problems, ReadOptions options)
{
    private readonly InputLimits _limits = options.Limits;

    public DatasetReadResult Read()
    {
        if (!Directory.Exists(path)) return DatasetReader.Unreadable(problems, $"{path}: no such folder");
        var tables = Directory.EnumerateFiles(path, "id_*.csv").Take(_limits.MostColumns + 1).Order(StringComparer.Ordinal).ToArray();
        if (tables.Length > _limits.MostColumns)
            throw new InputLimitException(
                $"{path}: there are more than {_limits.MostColumns} tables; {_limits.HowToRaise(nameof(InputLimits.MostColumns))}.");
        var atomInit = Path.Combine(path, "atom_init.json");
        var features = File.Exists(atomInit) ? AtomInitFile.Read(atomInit, _limits) : ElementFeatures.BuiltIn;
        var properties = new List<(string File, ColumnReading Column)>();
        foreach (var file in tables)
            foreach (var column in ColumnChoice.Of(options.Catalogue, ColumnOf(file), Path.GetFileName(file), problems))
            {
                if (properties.Exists(p => p.Column.Name == column.Name))
                    problems.Add(DataProblemKind.UnusableColumn, $"{Path.GetFileName(file)}: another table is {column.Name} already");
                else
                    properties.Add((file, column));
            }

        if (properties.Count == 0) return DatasetReader.Unreadable(problems, $"{path}: no table id_PROPERTY.csv or id_prop.csv");
        var builder = new SourceTableBuilder(
            NameOf(path), [.. properties.Select(p => p.Column)], features, problems, options);
        foreach (var row in Rows(properties, builder)) builder.Add(row);
        return builder.Build() with { MissingColumns = ColumnChoice.Missing(options.Catalogue, [.. tables.Select(ColumnOf)]) };
    }

    /// <summary>Every CIF file of the folder, by name, without properties.</summary>
    public DatasetReadResult ReadCrystals()
    {
        if (!Directory.Exists(path)) return DatasetReader.Unreadable(problems, $"{path}: no such folder");
        var builder = new SourceTableBuilder(NameOf(path), [], options.Elements ?? ElementFeatures.BuiltIn, problems, options);
        foreach (var file in Directory.EnumerateFiles(path, "*.cif").Order(StringComparer.Ordinal))
        {
            builder.CountRow();
            var id = Path.GetFileNameWithoutExtension(file);
            builder.Add(new(Path.GetFileName(file), id, () => RowCrystal.OfCif(() => ReadCif(file), _limits), 0, []));
        }

        return builder.Build();
    }

    /// <summary>A table <c>id_PROPERTY.csv</c> is the column PROPERTY.</summary>
    private static string ColumnOf(string file) => Path.GetFileNameWithoutExtension(file)["id_".Length..];

    private static Cell[] Empty(int count)
    {
        var cells = new Cell[count];
        Array.Fill(cells, Cell.Missing);
        return cells;
    }

    private static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    private List<SourceRow> Rows(List<(string File, ColumnReading Column)> properties, SourceTableBuilder builder)
    {
        var byId = new Dictionary<string, SourceRow>(StringComparer.Ordinal);
        var rows = new List<SourceRow>();
        for (var p = 0; p < properties.Count; p++)
        {
            InputFile.RequireSize(properties[p].File, _limits);
            using var reader = new StreamReader(InputFile.OpenRead(properties[p].File));
            var csv = new CsvRows(reader, _limits);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (csv.Next() is { } fields)
            {
                var place = $"{Path.GetFileName(properties[p].File)} line {csv.Line} ({Excerpt.Of(fields[0])})";
                var id = fields[0].Trim();
                if (fields.Count != 2 || id.Length == 0)
                {
                    builder.Note(DataProblemKind.RowLength, $"{place}: expected ID,value");
                    continue;
                }

                if (!seen.Add(id))
                {
                    builder.Note(DataProblemKind.RepeatedId, place);
                    continue;
                }

                if (!byId.TryGetValue(id, out var row))
                {
                    // An id with folder separators could name a file elsewhere.
                    if (id != Path.GetFileName(id) || id.Contains('\0'))
                        throw new FormatException($"{place}: '{Excerpt.Of(id)}' is not the name of a CIF file.");
                    builder.CountRow();
                    var file = Path.Combine(path, id + ".cif");
                    rows.Add(
                        byId[id] = row = new(place, id, () => RowCrystal.OfCif(() => ReadCif(file), _limits), 0, Empty(properties.Count)));
                }

                row.Values[p] = properties[p].Column.Read(fields[1], () => place);
            }
        }

        return rows;
    }

    /// <exception cref="InputLimitException">The file is longer than any CIF text that is read.</exception>
    private string ReadCif(string file)
    {
        // A character is at most four bytes; what is shorter, but still too long, the reader of CIF refuses.
        var bytes = new FileInfo(file).Length;
        if (bytes > 4L * _limits.MostCifCharacters)
            throw new InputLimitException(
                $"The file has {bytes} bytes, at most {_limits.MostCifCharacters} characters are read; "
                    + $"{_limits.HowToRaise(nameof(InputLimits.MostCifCharacters), bytes)}.");
        return InputFile.ReadAllText(file);
    }
}
